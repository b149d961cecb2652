package org.probatum.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

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

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Policy.@Nullable Terms terms;

    @Column(name = "open_seats", nullable = false)
    String[] openSeats = {};

    @Column(nullable = false)
    Long[] approved = {};

    @Column(nullable = false)
    Long[] outdated = {};

    @Column(nullable = false)
    Long[] rejecting = {};

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

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Validity validity = Validity.HOLDS;

    @Column(nullable = false)
    boolean rerunning;

    @Column(nullable = false)
    boolean stopped;

    @Column(name = "validity_since")
    @Nullable
    Instant validitySince;

    @Column(name = "superseded_by")
    @Nullable
    String supersededBy;

    protected Standing() {}

    Standing(Instant filed) {
        this.stageSince = filed;
    }

    void enter(Stage next, String task, Instant due, Instant now) {
        if (next != stage) {
            stageSince = now;
        }
        stage = next;
        close();
        taskId = task;
        dueAt = due;
        reminderAt = null;
    }

    void openGate(Policy.Terms terms, Instant due, Instant reminder) {
        round++;
        inReview = true;
        rerunning = false;
        stopped = false;
        ask(terms);
        dueAt = due;
        reminderAt = reminder;
    }

    void extend(Instant due) {
        dueAt = due;
    }

    /** Asks for the seats of these terms; whoever voted so far has voted on other terms. */
    void ask(Policy.Terms asked) {
        terms = asked;
        tally(Slot.seats(asked.slots()), List.of(), List.of(), List.of());
    }

    /** Whose word stands how; nothing is touched that stands as it stood. */
    void tally(List<String> open, Collection<Long> approving, Collection<Long> overtaken, Collection<Long> againstIt) {
        String[] seats = open.toArray(String[]::new);
        openSeats = Arrays.equals(seats, openSeats) ? openSeats : seats;
        approved = ids(approving, approved);
        outdated = ids(overtaken, outdated);
        rejecting = ids(againstIt, rejecting);
    }

    private static Long[] ids(Collection<Long> now, Long[] before) {
        Long[] sorted = now.stream().sorted().toArray(Long[]::new);
        return Arrays.equals(sorted, before) ? before : sorted;
    }

    static Set<Long> set(Long[] ids) {
        return Arrays.stream(ids).collect(Collectors.toUnmodifiableSet());
    }

    private void close() {
        inReview = false;
        rerunning = false;
        stopped = false;
        terms = null;
        tally(List.of(), List.of(), List.of(), List.of());
    }

    void awaitReview(String task) {
        taskId = task;
    }

    void end(Stage end, Instant now) {
        stage = end;
        stageSince = now;
        close();
        taskId = null;
        dueAt = null;
        reminderAt = null;
    }
}
