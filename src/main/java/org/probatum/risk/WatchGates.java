package org.probatum.risk;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Gate;
import org.probatum.decision.Journal;
import org.probatum.decision.StageChanged;
import org.probatum.people.WorkingDays;

/** A gate late is an escalation, once for each opening of it; deciding the gate is its answer. */
@ApplicationScoped
class WatchGates {
    /** After the register, before anybody asks whether the gate passes, and before the inbox. */
    private static final int BEFORE_THE_GATE = Interceptor.Priority.APPLICATION - 500;

    private final Escalations escalations;
    private final RaiseEscalation raise;
    private final ClimbEscalation climb;
    private final EndEscalation end;
    private final Clock clock;

    WatchGates(Escalations escalations, RaiseEscalation raise, ClimbEscalation climb, EndEscalation end, Clock clock) {
        this.escalations = escalations;
        this.raise = raise;
        this.climb = climb;
        this.end = end;
        this.clock = clock;
    }

    /** Reported once a day while it is late: the first time it is raised, later it climbs when that is due. */
    void late(@Observes @Priority(BEFORE_THE_GATE) Journal.Recorded recorded) {
        if (recorded.event() instanceof DecisionEvent.GateOverdue overdue) {
            Decision decision = recorded.decision();
            escalations
                    .open(decision, EscalationKind.OVERDUE_GATE, subject(decision, overdue.gate()))
                    .ifPresentOrElse(
                            one -> climb.climb(decision, one),
                            () -> raise.raise(decision, EscalationKind.OVERDUE_GATE, crossing(decision, overdue)));
        }
    }

    /** Whatever closed the gate answers it. */
    void moved(@Observes @Priority(BEFORE_THE_GATE) StageChanged change) {
        Decision decision = change.decision();
        Gate gate = decision.stage().gate();
        String open = gate == null || !decision.inReview() ? "" : subject(decision, gate);
        escalations.open(decision).stream()
                .filter(one -> one.kind() == EscalationKind.OVERDUE_GATE
                        && !one.subject().equals(open))
                .forEach(one -> end.close(decision, one, "the gate is decided"));
    }

    static String subject(Decision decision, Gate gate) {
        return gate.slug() + "/" + decision.round();
    }

    private Crossing crossing(Decision decision, DecisionEvent.GateOverdue overdue) {
        Instant now = clock.instant();
        int days = 0;
        while (WorkingDays.after(overdue.due(), days + 1, decision.team().calendar())
                        .isBefore(now)
                && days < 999) {
            days++;
        }
        String gate = overdue.gate().title();
        return new Crossing(
                subject(decision, overdue.gate()),
                gate + " gate overdue",
                "the " + gate.toLowerCase(Locale.ROOT) + " gate was due "
                        + overdue.due().truncatedTo(ChronoUnit.MINUTES),
                "not decided",
                days,
                "working days late when it was raised",
                overdue.reaches().equals("RISK_OWNER") ? EscalationLevel.RISK_OWNER : EscalationLevel.LEAD,
                null);
    }
}
