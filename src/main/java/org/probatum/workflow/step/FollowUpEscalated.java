package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.probatum.risk.WatchFollowUps;

/** Escalates a follow-up that is late. */
@Singleton
public class FollowUpEscalated implements JavaDelegate {
    private final WatchFollowUps watchFollowUps;

    FollowUpEscalated(WatchFollowUps watchFollowUps) {
        this.watchFollowUps = watchFollowUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watchFollowUps.late(CaseId.followUp(execution));
    }
}
