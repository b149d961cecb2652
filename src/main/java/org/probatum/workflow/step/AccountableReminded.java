package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.probatum.risk.WatchFollowUps;

/** Reminds the person who answers for a follow-up. */
@Singleton
public class AccountableReminded implements JavaDelegate {
    private final WatchFollowUps watchFollowUps;

    AccountableReminded(WatchFollowUps watchFollowUps) {
        this.watchFollowUps = watchFollowUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        watchFollowUps.remind(CaseId.followUp(execution));
    }
}
