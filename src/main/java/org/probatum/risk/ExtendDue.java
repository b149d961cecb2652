package org.probatum.risk;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.probatum.decision.Decision;
import org.probatum.decision.ExtendGate;
import org.probatum.decision.Journal;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** Gives it more time, with a reason: an opened gate once, a follow-up until another day. */
@Singleton
class ExtendDue implements Reply {
    private static final int GATE_DAYS = 30;

    private final Escalations escalations;
    private final AcceptRisk acceptRisk;
    private final PromiseAnew promiseAnew;
    private final ExtendGate extendGate;
    private final TakeAnswer take;
    private final Journal journal;
    private final java.time.Clock clock;

    ExtendDue(
            Escalations escalations,
            AcceptRisk acceptRisk,
            PromiseAnew promiseAnew,
            ExtendGate extendGate,
            TakeAnswer take,
            Journal journal,
            java.time.Clock clock) {
        this.escalations = escalations;
        this.acceptRisk = acceptRisk;
        this.promiseAnew = promiseAnew;
        this.extendGate = extendGate;
        this.take = take;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Set<Answer> to() {
        return Set.of(Answer.EXTEND);
    }

    @Override
    public AnswerEscalation.Outcome give(
            EscalationLevel.Reach by, Decision decision, Escalation escalation, Given given) {
        LocalDate until = AcceptEscalated.requireDay(given.until());
        if (escalation.kind() == EscalationKind.OVERDUE_GATE) {
            extendGate(decision, escalation, until);
        } else {
            acceptRisk.requireWithinAYear(decision, "/until", until);
            promiseAnew.until(decision, escalation, until, null);
        }
        journal.record(decision, by.voice().actor(), take.settled(by, decision, escalation, given));
        return new AnswerEscalation.Outcome.Settled(decision);
    }

    private void extendGate(Decision decision, Escalation escalation, LocalDate until) {
        if (escalations.extendedBefore(decision, escalation.subject())) {
            throw Problem.conflict(
                    "extended-before",
                    "The due date of this gate was extended once already. Have it decided, or ask somebody else to.");
        }
        ZoneId zone = decision.team().zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (!until.isAfter(today) || until.isAfter(today.plusDays(GATE_DAYS))) {
            throw Problem.invalid(List.of(Violation.at(
                    "/until",
                    until + " is not within the coming " + GATE_DAYS + " days",
                    "a day from " + today.plusDays(1) + " to " + today.plusDays(GATE_DAYS))));
        }
        LocalTime time = LocalTime.ofInstant(Objects.requireNonNull(decision.dueAt()), zone);
        Instant due = until.atTime(time).atZone(zone).toInstant();
        extendGate.until(decision, due);
    }
}
