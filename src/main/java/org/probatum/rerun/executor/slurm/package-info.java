/** Runs commands as jobs of a Slurm cluster. */
@NullMarked
package org.probatum.rerun.executor.slurm;

import org.jspecify.annotations.NullMarked;
