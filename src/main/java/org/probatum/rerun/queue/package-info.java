/** Reruns on their way: ordered, started by whichever node is free, found again after anything, and judged once. */
@NullMarked
package org.probatum.rerun.queue;

import org.jspecify.annotations.NullMarked;
