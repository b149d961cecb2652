package org.probatum.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.probatum.decision.Decision;
import org.probatum.decision.Stage;
import org.probatum.people.People;
import org.probatum.people.PlatformRole;
import org.probatum.risk.Escalation;
import org.probatum.risk.EscalationKind;
import org.probatum.risk.EscalationLevel;
import org.probatum.risk.EscalationState;
import org.probatum.risk.Escalations;
import org.probatum.risk.FollowUpRow;
import org.probatum.risk.FollowUps;

/** What waits beside a decision's stages: escalations for whom they have reached, follow-ups for who answers for them. */
@ApplicationScoped
class Promises {
    private final Escalations escalations;
    private final FollowUps followUps;
    private final People people;

    Promises(Escalations escalations, FollowUps followUps, People people) {
        this.escalations = escalations;
        this.followUps = followUps;
        this.people = people;
    }

    /** Asks the database only when the decision counts something, or is published and may have been promised something. */
    Stream<WorkItem> of(Decision decision, Instant now) {
        Stream<WorkItem> escalated = escalations.open(decision).stream()
                .filter(one -> one.state() == EscalationState.OPEN)
                .flatMap(one -> items(decision, one, now));
        return decision.stage() == Stage.PUBLISHED ? Stream.concat(escalated, promised(decision, now)) : escalated;
    }

    private Stream<WorkItem> items(Decision decision, Escalation one, Instant now) {
        WorkItem.Subject subject = new WorkItem.Subject(one.id(), one.title(), one.dueAt());
        return Stream.concat(reached(decision, one, subject, now), asked(decision, one, subject, now));
    }

    private Stream<WorkItem> reached(Decision decision, Escalation one, WorkItem.Subject subject, Instant now) {
        Long person = one.waitsFor();
        if (person != null) {
            return Stream.of(WorkItem.about(decision, WorkKind.ESCALATION, person, null, subject, now));
        }
        if (one.level() == EscalationLevel.PLATFORM_OWNER) {
            return people.idsOf(PlatformRole.PLATFORM_OWNER).stream()
                    .filter(owner -> !decision.barred().contains(owner))
                    .map(owner -> WorkItem.about(decision, WorkKind.ESCALATION, owner, null, subject, now));
        }
        return Stream.of(
                WorkItem.about(decision, WorkKind.ESCALATION, null, one.level().name(), subject, now));
    }

    /** Somebody asked to review a late gate has it in their own inbox, whatever the slot. */
    private static Stream<WorkItem> asked(Decision decision, Escalation one, WorkItem.Subject subject, Instant now) {
        Long person = one.assignedTo();
        return person == null || one.kind() != EscalationKind.OVERDUE_GATE || !decision.inReview()
                ? Stream.of()
                : Stream.of(WorkItem.about(decision, WorkKind.REVIEW, person, null, subject, now));
    }

    private Stream<WorkItem> promised(Decision decision, Instant now) {
        List<FollowUpRow> open = followUps.open(decision.id());
        return open.stream()
                .filter(row -> row.kind() != FollowUpRow.Kind.ACCEPTANCE && row.accountableId() != null)
                .map(row -> WorkItem.about(
                        decision,
                        WorkKind.FOLLOW_UP,
                        Objects.requireNonNull(row.accountableId()),
                        null,
                        new WorkItem.Subject(row.id(), row.what(), row.dueAt()),
                        now));
    }
}
