package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.probatum.decision.OpenGate;

/** Reports that a gate is late. */
@Singleton
public class OverdueReported implements JavaDelegate {
    private final OpenGate openGate;

    OverdueReported(OpenGate openGate) {
        this.openGate = openGate;
    }

    @Override
    public void execute(DelegateExecution execution) {
        openGate.reportOverdue(DecisionId.of(execution));
    }
}
