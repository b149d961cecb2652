/** The manifest of a run: what was recorded about it, as plain values. */
@NullMarked
package org.probatum.evidence.manifest;

import org.jspecify.annotations.NullMarked;
