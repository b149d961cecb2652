package org.probatum.evidence.tracker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.probatum.shared.Json;

/** What trackers said of runs when they were imported. */
@ApplicationScoped
class Snapshots {
    private final EntityManager database;
    private final Clock clock;
    private final Duration every;

    Snapshots(
            EntityManager database,
            Clock clock,
            @ConfigProperty(name = "probatum.trackers.watch-every", defaultValue = "1H") Duration every) {
        this.database = database;
        this.clock = clock;
        this.every = every;
    }

    /** A run that was imported before, and what was said of it then. */
    record Kept(long run, TrackerFacts facts) {}

    /** Every snapshot of one run of a tracker in a decision. */
    @SuppressWarnings("unchecked")
    List<Kept> of(long decision, long tracker, String external) {
        List<Object[]> rows = database.createNativeQuery("select run_id, facts::text from run_snapshot"
                        + " where decision_id = ?1 and tracker_id = ?2 and external_id = ?3 order by run_id")
                .setParameter(1, decision)
                .setParameter(2, tracker)
                .setParameter(3, external)
                .getResultList();
        return rows.stream()
                .map(row -> new Kept(((Number) row[0]).longValue(), Json.read((String) row[1], TrackerFacts.class)))
                .toList();
    }

    /** Keeps one, and has its run looked at from time to time. */
    void keep(long run, long decision, long tracker, TrackedRun tracked) {
        Instant now = clock.instant();
        database.createNativeQuery(
                        "insert into run_snapshot (run_id, decision_id, tracker_id, external_id, digest, facts,"
                                + " models, taken_at) values (?1, ?2, ?3, ?4, ?5, cast(?6 as jsonb), cast(?7 as jsonb), ?8)")
                .setParameter(1, run)
                .setParameter(2, decision)
                .setParameter(3, tracker)
                .setParameter(4, tracked.facts().run())
                .setParameter(5, tracked.facts().digest())
                .setParameter(6, Json.write(tracked.facts()))
                .setParameter(7, Json.write(tracked.models()))
                .setParameter(8, now)
                .executeUpdate();
        database.createNativeQuery("insert into run_watch (run_id, tracker_id, next_at) values (?1, ?2, ?3)")
                .setParameter(1, run)
                .setParameter(2, tracker)
                .setParameter(3, now.plus(every))
                .executeUpdate();
    }

    /** The snapshot of a run. */
    @SuppressWarnings("unchecked")
    Optional<TrackerFacts> of(long run) {
        List<String> rows = database.createNativeQuery("select facts::text from run_snapshot where run_id = ?1")
                .setParameter(1, run)
                .getResultList();
        return rows.stream().findFirst().map(facts -> Json.read(facts, TrackerFacts.class));
    }
}
