package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.probatum.decision.OpenGate;

/** Reminds the reviewers of a gate. */
@Singleton
public class ReviewersReminded implements JavaDelegate {
    private final OpenGate openGate;

    ReviewersReminded(OpenGate openGate) {
        this.openGate = openGate;
    }

    @Override
    public void execute(DelegateExecution execution) {
        openGate.remind(DecisionId.of(execution));
    }
}
