package org.probatum.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.FollowUpEvent;
import org.probatum.decision.Journal;
import org.probatum.decision.material.Risk;

/** Steps of a follow-up's process: wait, remind before the day, escalate after it. A timer too many does no harm. */
@ApplicationScoped
public class WatchFollowUps {
    private final FollowUps followUps;
    private final Decisions decisions;
    private final Escalations escalations;
    private final RiskCrossings crossings;
    private final RaiseEscalation raise;
    private final ClimbEscalation climb;
    private final EndEscalation end;
    private final WatchAppetite appetite;
    private final WatchEvidence evidence;
    private final QuestionPublished question;
    private final Journal journal;
    private final Clock clock;

    WatchFollowUps(
            FollowUps followUps,
            Decisions decisions,
            Escalations escalations,
            RiskCrossings crossings,
            RaiseEscalation raise,
            ClimbEscalation climb,
            EndEscalation end,
            WatchAppetite appetite,
            WatchEvidence evidence,
            QuestionPublished question,
            Journal journal,
            Clock clock) {
        this.followUps = followUps;
        this.decisions = decisions;
        this.escalations = escalations;
        this.crossings = crossings;
        this.raise = raise;
        this.climb = climb;
        this.end = end;
        this.appetite = appetite;
        this.evidence = evidence;
        this.question = question;
        this.journal = journal;
        this.clock = clock;
    }

    public void await(long followUpId, String taskId) {
        followUps.findById(followUpId).await(taskId);
    }

    public Instant reminderAt(long followUpId) {
        return followUps.findById(followUpId).reminderAt();
    }

    public Instant dueAt(long followUpId) {
        return followUps.findById(followUpId).dueAt();
    }

    /** Once for each day it was promised for. */
    public void remind(long followUpId) {
        FollowUpRow row = followUps.findById(followUpId);
        Decision decision = decisions.lockedById(row.decisionId());
        Instant now = clock.instant();
        if (row.state() != FollowUpRow.State.OPEN
                || row.remindedAt() != null
                || now.isBefore(row.reminderAt())
                || !now.isBefore(row.dueAt())) {
            return;
        }
        row.reminded(now);
        if (row.kind() == FollowUpRow.Kind.ACCEPTANCE) {
            risk(decision, row)
                    .ifPresent(risk ->
                            raise.raise(decision, EscalationKind.ACCEPTANCE_EXPIRING, expiring(row, now), row.dueAt()));
            return;
        }
        journal.record(
                decision,
                new FollowUpEvent.FollowUpReminded(
                        row.id(), row.kind().name(), row.what(), followUps.name(row.accountableId()), row.dueOn()));
    }

    /** Said again and again from the day on: raised the first time, later it climbs when that is due. */
    public void late(long followUpId) {
        FollowUpRow row = followUps.findById(followUpId);
        Decision decision = decisions.lockedById(row.decisionId());
        if (row.state() != FollowUpRow.State.OPEN) {
            return;
        }
        Instant now = clock.instant();
        if (now.isBefore(row.dueAt())) {
            remind(followUpId);
        } else if (row.kind() == FollowUpRow.Kind.ACCEPTANCE) {
            expire(decision, row);
        } else {
            EscalationKind kind = row.kind() == FollowUpRow.Kind.FOLLOW_UP
                    ? EscalationKind.FOLLOW_UP_OVERDUE
                    : EscalationKind.RISK_VERIFICATION_OVERDUE;
            escalations
                    .open(decision, kind, subject(row))
                    .ifPresentOrElse(
                            one -> climb.climb(decision, one), () -> raise.raise(decision, kind, overdue(row, now)));
        }
    }

    static String subject(FollowUpRow row) {
        return "follow-up/" + row.id();
    }

    private void expire(Decision decision, FollowUpRow row) {
        if (row.subject().equals(WatchEvidence.SUBJECT)) {
            followUps.end(row, FollowUpRow.State.ENDED, null, "the acceptance has expired");
            evidence.look(decision);
            return;
        }
        escalations
                .open(decision, EscalationKind.ACCEPTANCE_EXPIRING, row.subject())
                .ifPresent(one -> end.close(decision, one, "the acceptance has expired"));
        if (escalations.ofRisk(decision, row.subject()).isEmpty()) {
            risk(decision, row)
                    .filter(risk -> !crossings
                            .uncovered(decision, java.util.List.of(risk))
                            .isEmpty())
                    .ifPresent(risk -> {
                        raise.raise(decision, EscalationKind.ACCEPTANCE_EXPIRED, expired(decision, risk, row));
                        question.questionedByExpiry(decision, row.what() + " held until " + row.dueOn());
                    });
        }
        appetite.lookElsewhere(decision);
    }

    /** The risk an acceptance is of, while it is above tolerance. */
    private Optional<Risk> risk(Decision decision, FollowUpRow row) {
        return crossings.above(decision).stream()
                .filter(risk -> row.subject().equals(risk.id()))
                .findFirst();
    }

    private static Crossing expiring(FollowUpRow row, Instant now) {
        int days = (int) ChronoUnit.DAYS.between(now, row.dueAt());
        return new Crossing(
                row.subject(),
                row.what(),
                "it holds until " + row.dueOn(),
                "not renewed",
                days,
                "days left when it was raised",
                EscalationLevel.RISK_OWNER,
                row.accountableId());
    }

    private Crossing expired(Decision decision, Risk risk, FollowUpRow row) {
        Crossing above = crossings.of(decision, risk);
        return new Crossing(
                row.subject(),
                row.what(),
                "it held until " + row.dueOn() + "; " + above.threshold(),
                above.measured() + ", accepted by nobody since",
                above.excess(),
                above.unit(),
                EscalationLevel.RISK_OWNER,
                above.person());
    }

    private Crossing overdue(FollowUpRow row, Instant now) {
        String name = followUps.name(row.accountableId());
        return new Crossing(
                subject(row),
                row.what(),
                "due on " + row.dueOn(),
                "not done by " + (name == null ? "anybody" : name),
                (int) ChronoUnit.DAYS.between(row.dueAt(), now) + 1,
                "days late when it was raised",
                EscalationLevel.LEAD,
                null);
    }
}
