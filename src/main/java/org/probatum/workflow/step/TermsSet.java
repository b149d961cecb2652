package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.probatum.decision.OpenGate;

/** Sets a gate's terms. */
@Singleton
public class TermsSet implements JavaDelegate {
    private final OpenGate openGate;

    TermsSet(OpenGate openGate) {
        this.openGate = openGate;
    }

    @Override
    public void execute(DelegateExecution execution) {
        openGate.setTerms(DecisionId.of(execution));
    }
}
