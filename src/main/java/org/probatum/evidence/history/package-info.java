/** What the metrics of runs were at each step, for plots and for whoever asks how a number came about. */
@NullMarked
package org.probatum.evidence.history;

import org.jspecify.annotations.NullMarked;
