package org.probatum.workflow.step;

import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.probatum.decision.OpenGate;

/** Tells the timers of a gate when to go off. */
@Singleton
public class GateDue {
    private final OpenGate openGate;

    GateDue(OpenGate openGate) {
        this.openGate = openGate;
    }

    /** The moment the reviewers are reminded. */
    public Date reminderAt(DelegateExecution execution) {
        return Date.from(openGate.reminderAt(DecisionId.of(execution)));
    }

    /** From the moment the gate is overdue, once a day until it is decided (ISO 8601 repetition). */
    public String overdueCycle(DelegateExecution execution) {
        return "R/" + openGate.dueAt(DecisionId.of(execution)).truncatedTo(ChronoUnit.SECONDS) + "/P1D";
    }
}
