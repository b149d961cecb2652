package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.probatum.risk.StartFollowUps;

/** Begins the waits for what a published decision promised. */
@Singleton
public class FollowUpsStarted implements JavaDelegate {
    private final StartFollowUps startFollowUps;

    FollowUpsStarted(StartFollowUps startFollowUps) {
        this.startFollowUps = startFollowUps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        startFollowUps.begin(CaseId.published(execution));
    }
}
