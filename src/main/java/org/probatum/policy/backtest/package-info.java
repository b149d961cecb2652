/** A candidate version of a table tried out on past decisions: each outcome that would flip, and none that would not. */
@NullMarked
package org.probatum.policy.backtest;

import org.jspecify.annotations.NullMarked;
