/** Trackers that teams connect: runs are looked for there, imported, watched, and told what became of them. */
@NullMarked
package org.probatum.evidence.tracker;

import org.jspecify.annotations.NullMarked;
