package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.probatum.decision.OpenGate;

/** A gate waits for its review from now on. */
@Singleton
public class GateOpened implements TaskListener {
    private final OpenGate openGate;

    GateOpened(OpenGate openGate) {
        this.openGate = openGate;
    }

    @Override
    public void notify(DelegateTask task) {
        openGate.awaitReview(DecisionId.of(task.getExecution()), task.getId());
    }
}
