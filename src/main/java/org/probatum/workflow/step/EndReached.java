package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.probatum.decision.EndDecision;

/** The process has come to an end. */
@Singleton
public class EndReached implements ExecutionListener {
    private final EndDecision endDecision;

    EndReached(EndDecision endDecision) {
        this.endDecision = endDecision;
    }

    @Override
    public void notify(DelegateExecution execution) {
        endDecision.end(DecisionId.of(execution), WaitStates.endOf(execution.getCurrentActivityId()));
    }
}
