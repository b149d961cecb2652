package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.probatum.risk.RateEscalation;

/** An escalation waits for its answer from now on. */
@Singleton
public class EscalationAwaited implements TaskListener {
    private final RateEscalation rateEscalation;

    EscalationAwaited(RateEscalation rateEscalation) {
        this.rateEscalation = rateEscalation;
    }

    @Override
    public void notify(DelegateTask task) {
        rateEscalation.await(CaseId.escalation(task.getExecution()), task.getId());
    }
}
