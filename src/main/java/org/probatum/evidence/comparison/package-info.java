/** Options compared by what their runs measured: the statistics, what may be compared at all, and comparisons as they were filed. */
@NullMarked
package org.probatum.evidence.comparison;

import org.jspecify.annotations.NullMarked;
