package org.probatum.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.probatum.people.TeamRole;

/** Where a decision stands in its process: its stage, whether its gate waits, for whom and until when. */
@Embeddable
class Standing {
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Stage stage = Stage.INTAKE;

    @Column(name = "stage_since", nullable = false)
    Instant stageSince;

    @Column(name = "in_review", nullable = false)
    boolean inReview;

    @Enumerated(EnumType.STRING)
    @Nullable
    TeamRole slot;

    @Column(nullable = false)
    int round;

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    @Column(name = "reminder_at")
    @Nullable
    Instant reminderAt;

    @Column(name = "task_id")
    @Nullable
    String taskId;

    protected Standing() {}

    Standing(Instant filed) {
        this.stageSince = filed;
    }

    void enter(Stage next, String task, Instant due, Instant now) {
        if (next != stage) {
            stageSince = now;
        }
        stage = next;
        inReview = false;
        slot = null;
        taskId = task;
        dueAt = due;
        reminderAt = null;
    }

    void openGate(Policy.Terms terms, Instant due, Instant reminder) {
        round++;
        inReview = true;
        slot = terms.slot();
        dueAt = due;
        reminderAt = reminder;
    }

    void extend(Instant due) {
        dueAt = due;
    }

    void awaitReview(String task) {
        taskId = task;
    }

    void end(Stage end, Instant now) {
        stage = end;
        stageSince = now;
        inReview = false;
        slot = null;
        taskId = null;
        dueAt = null;
        reminderAt = null;
    }
}
