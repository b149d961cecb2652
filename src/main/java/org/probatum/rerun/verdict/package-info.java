/** Whether a run that was run again gave the same: the judging and what it says, without a database. */
@NullMarked
package org.probatum.rerun.verdict;

import org.jspecify.annotations.NullMarked;
