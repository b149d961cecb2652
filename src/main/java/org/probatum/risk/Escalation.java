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

/** A crossed threshold that waits for somebody's answer. It is moved by its actions alone and never deleted. */
@Entity
@Table(name = "escalation")
public class Escalation {
    @Id
    @GeneratedValue(generator = "escalation_seq")
    @SequenceGenerator(name = "escalation_seq", sequenceName = "escalation_seq", allocationSize = 50)
    Long id;

    @Column(name = "decision_id", nullable = false)
    long decisionId;

    @Column(name = "team_id", nullable = false)
    long teamId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    EscalationKind kind;

    @Column(nullable = false)
    String subject;

    @Column(nullable = false)
    String title;

    @Column(nullable = false)
    String threshold;

    @Column(nullable = false)
    String measured;

    @Column(nullable = false)
    int excess;

    @Column(nullable = false)
    String unit;

    @Column(name = "raised_at", nullable = false)
    Instant raisedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "first_level", nullable = false)
    EscalationLevel firstLevel;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    EscalationLevel level;

    @Column(name = "person_id")
    @Nullable
    Long personId;

    @Column(name = "assigned_to")
    @Nullable
    Long assignedTo;

    @Column(name = "due_at", nullable = false)
    Instant dueAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    EscalationState state = EscalationState.OPEN;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Nullable
    String outcome;

    @Column(name = "holds_until")
    @Nullable
    LocalDate holdsUntil;

    @Column(name = "task_id")
    @Nullable
    String taskId;

    @Version
    int version;

    protected Escalation() {}

    Escalation(Decision decision, EscalationKind kind, Crossing crossing, Instant now, Instant due) {
        this.decisionId = decision.id();
        this.teamId = decision.teamId();
        this.kind = kind;
        this.subject = crossing.subject();
        this.raisedAt = now;
        this.firstLevel = crossing.level();
        this.level = crossing.level();
        this.personId = crossing.person();
        this.dueAt = due;
        measured(crossing);
    }

    final void measured(Crossing anew) {
        title = anew.title();
        threshold = anew.threshold();
        measured = anew.measured();
        excess = anew.excess();
        unit = anew.unit();
    }

    void await(String task) {
        taskId = task;
    }

    void climb(EscalationLevel to, Instant due) {
        level = to;
        dueAt = due;
    }

    void assign(long person, Instant due) {
        assignedTo = person;
        dueAt = due;
    }

    void reopen(Instant due) {
        state = EscalationState.OPEN;
        dueAt = due;
    }

    void refuse(String why) {
        state = EscalationState.REFUSED;
        outcome = why;
    }

    void end(EscalationState how, String why, @Nullable LocalDate until, Instant now) {
        state = how;
        outcome = why;
        holdsUntil = until;
        endedAt = now;
        taskId = null;
    }

    public long id() {
        return id;
    }

    public long decisionId() {
        return decisionId;
    }

    public EscalationKind kind() {
        return kind;
    }

    /** What it is about, within the decision: a gate and its round, a risk, a follow-up. */
    public String subject() {
        return subject;
    }

    public String title() {
        return title;
    }

    public String threshold() {
        return threshold;
    }

    public String measured() {
        return measured;
    }

    /** By how much the threshold was crossed, with its unit. */
    public String by() {
        return new Crossing(subject, title, threshold, measured, excess, unit, firstLevel, personId).by();
    }

    public EscalationLevel level() {
        return level;
    }

    /** The one person it waits for; null when it waits for whoever holds its level. */
    public @Nullable Long waitsFor() {
        return level == EscalationLevel.RISK_OWNER ? personId : null;
    }

    /** Who was asked to do it instead; null when nobody was. */
    public @Nullable Long assignedTo() {
        return assignedTo;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public EscalationState state() {
        return state;
    }

    /** The wait state of its own process; null without one. */
    public @Nullable String taskId() {
        return taskId;
    }
}
