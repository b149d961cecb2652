package org.probatum.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;

/** One thing waiting: for one person, or for whoever in the team fills the slot and is not excluded. */
@Entity
@Table(name = "work_item")
class WorkItem {
    @Id
    @GeneratedValue(generator = "work_item_seq")
    @SequenceGenerator(name = "work_item_seq", sequenceName = "work_item_seq", allocationSize = 50)
    Long id;

    @Column(name = "decision_id", nullable = false)
    long decisionId;

    @Column(name = "team_id", nullable = false)
    long teamId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    WorkKind kind;

    @Column(name = "person_id")
    @Nullable
    Long personId;

    @Nullable
    String slot;

    @Column(nullable = false)
    Long[] excluded;

    @Column(name = "opened_at", nullable = false)
    Instant openedAt;

    @Column(name = "due_at", nullable = false)
    Instant dueAt;

    @Nullable
    String subject;

    @Column(name = "subject_id")
    @Nullable
    Long subjectId;

    protected WorkItem() {}

    private WorkItem(
            Decision decision,
            WorkKind kind,
            @Nullable Long personId,
            @Nullable String slot,
            Set<Long> excluded,
            Instant now,
            Instant due) {
        this.decisionId = decision.id();
        this.teamId = decision.teamId();
        this.kind = kind;
        this.personId = personId;
        this.slot = slot;
        this.excluded = excluded.stream().sorted().toArray(Long[]::new);
        this.openedAt = now;
        this.dueAt = due;
    }

    /** The same is asked of the same people until the same day. */
    boolean asksTheSame(WorkItem other) {
        return kind == other.kind
                && Objects.equals(personId, other.personId)
                && Objects.equals(slot, other.slot)
                && Arrays.equals(excluded, other.excluded)
                && Objects.equals(subject, other.subject)
                && Objects.equals(subjectId, other.subjectId)
                && dueAt.equals(other.dueAt);
    }

    /** For one person; whose own work it is does not do it in their place either. */
    static WorkItem forPerson(Decision decision, WorkKind kind, long personId, Instant now) {
        return new WorkItem(
                decision,
                kind,
                personId,
                null,
                kind == WorkKind.STAGE ? Set.of() : decision.barred(),
                now,
                due(decision));
    }

    /** For whoever fits the slot, but not those whose own work it is and not those others. */
    static WorkItem forSlot(Decision decision, WorkKind kind, String slot, Set<Long> others, Instant now) {
        Set<Long> excluded = new HashSet<>(decision.barred());
        excluded.addAll(others);
        return new WorkItem(decision, kind, null, slot, excluded, now, due(decision));
    }

    /** About one thing of the decision that has a due time of its own; whom it waits for is one of person and slot. */
    static WorkItem about(
            Decision decision,
            WorkKind kind,
            @Nullable Long personId,
            @Nullable String slot,
            Subject subject,
            Instant now) {
        Set<Long> excluded = kind == WorkKind.FOLLOW_UP ? Set.of() : decision.barred();
        WorkItem item = new WorkItem(decision, kind, personId, slot, excluded, now, subject.due());
        item.subject = subject.words();
        item.subjectId = subject.id();
        return item;
    }

    /** One thing of a decision: which, in words, and when it is due. */
    record Subject(long id, String words, Instant due) {}

    private static Instant due(Decision decision) {
        return Objects.requireNonNull(decision.dueAt());
    }
}
