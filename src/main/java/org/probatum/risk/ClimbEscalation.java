package org.probatum.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Decisions;
import org.probatum.decision.Journal;

/** A step of the processes: what is unanswered past its due time climbs one level, which then has its own time. */
@ApplicationScoped
public class ClimbEscalation {
    private final Escalations escalations;
    private final Decisions decisions;
    private final RaiseEscalation raise;
    private final Journal journal;
    private final Clock clock;

    ClimbEscalation(Escalations escalations, Decisions decisions, RaiseEscalation raise, Journal journal, Clock clock) {
        this.escalations = escalations;
        this.decisions = decisions;
        this.raise = raise;
        this.journal = journal;
        this.clock = clock;
    }

    /** Said by the timer, again and again; it climbs only when it is due, so that a timer too many does no harm. */
    public void climb(long escalationId) {
        Escalation escalation = escalations.findById(escalationId);
        climb(decisions.lockedById(escalation.decisionId()), escalation);
    }

    void climb(Decision decision, Escalation escalation) {
        if (escalation.state() != EscalationState.OPEN || clock.instant().isBefore(escalation.dueAt())) {
            return;
        }
        EscalationLevel from = escalation.level();
        from.above().ifPresent(to -> {
            Instant due = raise.due(decision, escalation.kind());
            escalation.climb(to, due);
            journal.record(
                    decision,
                    new DecisionEvent.EscalationClimbed(
                            escalation.id(),
                            escalation.kind().name(),
                            escalation.title(),
                            from.name(),
                            to.name(),
                            due));
        });
    }

    /** When the timer goes off first. */
    public Instant dueAt(long escalationId) {
        return escalations.findById(escalationId).dueAt();
    }
}
