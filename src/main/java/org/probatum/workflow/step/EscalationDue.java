package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.probatum.risk.ClimbEscalation;

/** Tells the timer of an escalation when to go off. */
@Singleton
public class EscalationDue {
    private final ClimbEscalation climbEscalation;

    EscalationDue(ClimbEscalation climbEscalation) {
        this.climbEscalation = climbEscalation;
    }

    /** From the moment an answer is overdue, once a day until it is given (ISO 8601 repetition). */
    public String climbCycle(DelegateExecution execution) {
        return "R/" + climbEscalation.dueAt(CaseId.escalation(execution)).truncatedTo(ChronoUnit.SECONDS) + "/P1D";
    }
}
