/** Criteria changed after they were sealed: what was changed, why, and whether a second person lets it stand. */
@NullMarked
package org.probatum.decision.deviation;

import org.jspecify.annotations.NullMarked;
