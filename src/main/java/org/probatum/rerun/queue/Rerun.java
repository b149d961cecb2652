package org.probatum.rerun.queue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.evidence.Run;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Limits;
import org.probatum.rerun.verdict.Ending;

/** One run being run again, or that was; whoever holds its lease moves it on. */
@Entity
@Table(name = "rerun")
public class Rerun {
    /** How far it is. */
    public enum State {
        /** Ordered, and not begun. */
        WAITING,
        /** Code and data are fetched, and what was fetched is started. */
        PREPARING,
        /** An executor has it. */
        STARTED,
        /** It ended, one way or another. */
        OVER
    }

    @Id
    @GeneratedValue(generator = "rerun_seq")
    @SequenceGenerator(name = "rerun_seq", sequenceName = "rerun_seq", allocationSize = 50)
    Long id;

    @Column(name = "decision_id", nullable = false)
    long decisionId;

    @Column(name = "run_id", nullable = false)
    long runId;

    @Column(nullable = false)
    String name;

    @Column(name = "ordered_by")
    @Nullable
    Long orderedBy;

    @Column(name = "ordered_at", nullable = false)
    Instant orderedAt;

    @Column(nullable = false)
    String executor;

    @Column
    @Nullable
    String queue;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Column(nullable = false)
    Limits limits;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    State state;

    @Column
    @Nullable
    String words;

    @Column(nullable = false)
    int fence;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Nullable
    Launch launch;

    @Column
    @Nullable
    String handle;

    @Column
    @Nullable
    String node;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "cpu_seconds")
    @Nullable
    Double cpuSeconds;

    @Column(name = "cancelled_by")
    @Nullable
    Long cancelledBy;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Nullable
    Ending ending;

    @Column(name = "log_tail")
    @Nullable
    String logTail;

    protected Rerun() {}

    Rerun(
            Decision decision,
            Run run,
            @Nullable Long orderedBy,
            Instant now,
            String executor,
            @Nullable String queue,
            Limits limits) {
        this.decisionId = decision.id();
        this.runId = run.id();
        this.name = "probatum-" + decision.key().toLowerCase(java.util.Locale.ROOT) + "-"
                + java.util.UUID.randomUUID().toString().substring(0, 13);
        this.orderedBy = orderedBy;
        this.orderedAt = now;
        this.executor = executor;
        this.queue = queue;
        this.limits = limits;
        this.state = State.WAITING;
    }

    public long id() {
        return id;
    }

    public long decisionId() {
        return decisionId;
    }

    public long runId() {
        return runId;
    }

    /** What an executor knows it by; never used again. */
    public String name() {
        return name;
    }

    /** Who ordered it; null when its decision's process did. */
    public @Nullable Long orderedBy() {
        return orderedBy;
    }

    public Instant orderedAt() {
        return orderedAt;
    }

    public String executor() {
        return executor;
    }

    public @Nullable String queue() {
        return queue;
    }

    public Limits limits() {
        return limits;
    }

    public State state() {
        return state;
    }

    /** What there is to say of how far it is. */
    public @Nullable String words() {
        return words;
    }

    /** Counts who has worked on it: whoever holds an older number has lost it. */
    int fence() {
        return fence;
    }

    /** What was started, or is about to be. */
    public @Nullable Launch launch() {
        return launch;
    }

    /** What finds it again at its executor. */
    public @Nullable String handle() {
        return handle;
    }

    public @Nullable Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    /** What it took of processors, in seconds, as far as its executor can tell. */
    public @Nullable Double cpuSeconds() {
        return cpuSeconds;
    }

    /** It is to be ended, by whom. */
    public @Nullable Long cancelledBy() {
        return cancelledBy;
    }

    public @Nullable Ending ending() {
        return ending;
    }

    /** The end of what it printed, kept when it was over. */
    public @Nullable String logTail() {
        return logTail;
    }

    public boolean isOver() {
        return state == State.OVER;
    }
}
