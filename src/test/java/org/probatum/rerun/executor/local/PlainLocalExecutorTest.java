package org.probatum.rerun.executor.local;

import org.probatum.rerun.RerunExecutor;
import org.probatum.rerun.executor.RerunExecutorContract;

/** Commands on the service's own machine with nothing around them, where the configuration says so. */
class PlainLocalExecutorTest extends RerunExecutorContract {
    @Override
    protected RerunExecutor executor() {
        return Locals.executor(true);
    }

    @Override
    protected boolean confines() {
        return false;
    }
}
