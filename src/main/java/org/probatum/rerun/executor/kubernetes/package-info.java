/** Runs commands as Jobs of a Kubernetes cluster. */
@NullMarked
package org.probatum.rerun.executor.kubernetes;

import org.jspecify.annotations.NullMarked;
