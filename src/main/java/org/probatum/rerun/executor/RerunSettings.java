package org.probatum.rerun.executor;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.probatum.rerun.Limits;

/** What each team has chosen for its reruns, or what the service's configuration says for teams that have not. */
@ApplicationScoped
public class RerunSettings {
    /** The version of what nobody has chosen yet. */
    static final int UNCHOSEN = 1;

    private final EntityManager database;
    private final String executor;
    private final Limits limits;

    RerunSettings(
            EntityManager database,
            @ConfigProperty(name = "probatum.reruns.default.executor", defaultValue = "local") String executor,
            @ConfigProperty(name = "probatum.reruns.default.time", defaultValue = "PT1H") Duration time,
            @ConfigProperty(name = "probatum.reruns.default.cpus", defaultValue = "1") int cpus,
            @ConfigProperty(name = "probatum.reruns.default.memory", defaultValue = "2G") MemorySize memory,
            @ConfigProperty(name = "probatum.reruns.default.output", defaultValue = "1G") MemorySize output,
            @ConfigProperty(name = "probatum.reruns.default.processes", defaultValue = "256") int processes) {
        this.database = database;
        this.executor = executor;
        this.limits = new Limits(time, cpus, memory.asLongValue(), output.asLongValue(), processes);
    }

    /** The team's. */
    public RerunTerms of(long teamId) {
        return Optional.ofNullable(database.find(RerunSetting.class, teamId))
                .map(RerunSetting::terms)
                .orElseGet(() -> new RerunTerms(executor, limits, null, UNCHOSEN, false));
    }
}
