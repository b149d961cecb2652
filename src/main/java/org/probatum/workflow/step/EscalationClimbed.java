package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.probatum.risk.ClimbEscalation;

/** Has an escalation climb when it is unanswered past its due time. */
@Singleton
public class EscalationClimbed implements JavaDelegate {
    private final ClimbEscalation climbEscalation;

    EscalationClimbed(ClimbEscalation climbEscalation) {
        this.climbEscalation = climbEscalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        climbEscalation.climb(CaseId.escalation(execution));
    }
}
