package org.probatum.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Journal;

/** Ends an escalation: it counts no more, and its process has nothing to wait for. */
@ApplicationScoped
class EndEscalation {
    private final EscalationFlow flow;
    private final Journal journal;
    private final Clock clock;

    EndEscalation(EscalationFlow flow, Journal journal, Clock clock) {
        this.flow = flow;
        this.journal = journal;
        this.clock = clock;
    }

    /** Its cause is gone. */
    void close(Decision decision, Escalation escalation, String why) {
        end(decision, escalation, EscalationState.CLOSED, why, null);
        journal.record(
                decision,
                new DecisionEvent.EscalationClosed(
                        escalation.id(), escalation.kind().name(), escalation.title(), why));
    }

    /** Its answer lets the decision go on; the answer is recorded by whoever took it. */
    void settle(Decision decision, Escalation escalation, String how, @Nullable LocalDate until) {
        end(decision, escalation, EscalationState.ANSWERED, how, until);
    }

    private void end(
            Decision decision, Escalation escalation, EscalationState state, String why, @Nullable LocalDate until) {
        if (escalation.taskId() != null) {
            flow.over(escalation);
        }
        escalation.end(state, why, until, clock.instant());
        decision.escalated().ended(escalation.kind().blocks());
    }
}
