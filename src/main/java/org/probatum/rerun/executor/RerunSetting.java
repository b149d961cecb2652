package org.probatum.rerun.executor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;
import org.probatum.rerun.Limits;

/** What a team has chosen for its reruns. */
@Entity
@Table(name = "rerun_setting")
public class RerunSetting {
    @Id
    @Column(name = "team_id")
    Long teamId;

    @Column(nullable = false)
    int version;

    @Column(nullable = false)
    String executor;

    @Column(nullable = false)
    int seconds;

    @Column(nullable = false)
    int cpus;

    @Column(name = "memory_bytes", nullable = false)
    long memoryBytes;

    @Column(name = "output_bytes", nullable = false)
    long outputBytes;

    @Column(nullable = false)
    int processes;

    @Column
    @Nullable
    String queue;

    @Column(name = "set_by", nullable = false)
    long setBy;

    @Column(name = "set_at", nullable = false)
    Instant setAt;

    protected RerunSetting() {}

    RerunSetting(long teamId) {
        this.teamId = teamId;
        this.version = RerunSettings.UNCHOSEN;
    }

    void choose(String name, Limits limits, @Nullable String where, Actor actor, Instant now) {
        version++;
        executor = name;
        seconds = (int) limits.time().toSeconds();
        cpus = limits.cpus();
        memoryBytes = limits.memoryBytes();
        outputBytes = limits.outputBytes();
        processes = limits.processes();
        queue = where;
        setBy = actor.id();
        setAt = now;
    }

    RerunTerms terms() {
        Limits limits = new Limits(Duration.ofSeconds(seconds), cpus, memoryBytes, outputBytes, processes);
        return new RerunTerms(executor, limits, queue, version, true);
    }
}
