/** Where runs are run again: which executors there are, what each team has chosen, and what executors on hosts share. */
@NullMarked
package org.probatum.rerun.executor;

import org.jspecify.annotations.NullMarked;
