package org.probatum.risk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.people.Calendar;
import org.probatum.people.WorkingDays;

/** Something promised until a day, as it is watched: who answers for it, when it is due, what became of it. */
@Entity
@Table(name = "follow_up")
public class FollowUpRow {
    /** What is promised. */
    public enum Kind {
        FOLLOW_UP,
        RISK_VERIFICATION,
        /** That an acceptance is renewed, or not needed any more, before it ends. */
        ACCEPTANCE
    }

    /** What became of it. */
    public enum State {
        OPEN,
        DONE,
        FAILED,
        /** Owed no more. */
        ENDED
    }

    private static final int REMINDER_DAYS = 3;

    @Id
    @GeneratedValue(generator = "follow_up_seq")
    @SequenceGenerator(name = "follow_up_seq", sequenceName = "follow_up_seq", allocationSize = 50)
    Long id;

    @Column(name = "decision_id", nullable = false)
    long decisionId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Kind kind;

    @Column(nullable = false)
    String subject;

    @Column(nullable = false)
    String what;

    @Column(name = "accountable_id")
    @Nullable
    Long accountableId;

    @Column(name = "started_at", nullable = false)
    Instant startedAt;

    @Column(name = "due_on", nullable = false)
    LocalDate dueOn;

    @Column(name = "due_at", nullable = false)
    Instant dueAt;

    @Column(name = "reminder_at", nullable = false)
    Instant reminderAt;

    @Column(name = "reminded_at")
    @Nullable
    Instant remindedAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    State state = State.OPEN;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "ended_by")
    @Nullable
    Long endedBy;

    @Nullable
    String note;

    @Column(name = "task_id")
    @Nullable
    String taskId;

    @Version
    int version;

    protected FollowUpRow() {}

    FollowUpRow(Decision decision, FollowUps.Promise promise, Instant now) {
        this.decisionId = decision.id();
        this.kind = promise.kind();
        this.subject = promise.subject();
        this.what = promise.what();
        this.accountableId = promise.accountable();
        this.startedAt = now;
        until(promise.due(), decision.team().calendar());
    }

    final void until(LocalDate day, Calendar calendar) {
        dueOn = day;
        dueAt = WorkingDays.endOf(day, calendar);
        reminderAt = WorkingDays.after(dueAt, -REMINDER_DAYS, calendar);
        remindedAt = null;
    }

    void await(String task) {
        taskId = task;
    }

    void reminded(Instant now) {
        remindedAt = now;
    }

    void accountable(long person) {
        accountableId = person;
    }

    void end(State how, @Nullable Long by, String why, Instant now) {
        state = how;
        endedBy = by;
        note = why;
        endedAt = now;
        taskId = null;
    }

    public long id() {
        return id;
    }

    public long decisionId() {
        return decisionId;
    }

    public Kind kind() {
        return kind;
    }

    public String subject() {
        return subject;
    }

    public String what() {
        return what;
    }

    public @Nullable Long accountableId() {
        return accountableId;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    /** The day is over then, in the team's time zone. */
    public Instant dueAt() {
        return dueAt;
    }

    public Instant reminderAt() {
        return reminderAt;
    }

    public @Nullable Instant remindedAt() {
        return remindedAt;
    }

    public State state() {
        return state;
    }

    public @Nullable String note() {
        return note;
    }

    /** Its process has begun to wait for it. */
    boolean isAwaited() {
        return taskId != null;
    }

    public @Nullable String taskId() {
        return taskId;
    }
}
