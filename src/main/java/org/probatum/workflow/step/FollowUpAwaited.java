package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.probatum.risk.WatchFollowUps;

/** A follow-up waits to be verified from now on. */
@Singleton
public class FollowUpAwaited implements TaskListener {
    private final WatchFollowUps watchFollowUps;

    FollowUpAwaited(WatchFollowUps watchFollowUps) {
        this.watchFollowUps = watchFollowUps;
    }

    @Override
    public void notify(DelegateTask task) {
        watchFollowUps.await(CaseId.followUp(task.getExecution()), task.getId());
    }
}
