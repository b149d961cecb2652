/** Runs commands on the service's own machine, behind bubblewrap. */
@NullMarked
package org.probatum.rerun.executor.local;

import org.jspecify.annotations.NullMarked;
