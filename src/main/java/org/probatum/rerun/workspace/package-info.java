/** From a run's manifest to a workspace in which its command can start, and from what the command left to an outcome. */
@NullMarked
package org.probatum.rerun.workspace;

import org.jspecify.annotations.NullMarked;
