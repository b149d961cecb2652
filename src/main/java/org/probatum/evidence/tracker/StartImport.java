package org.probatum.evidence.tracker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.Part;
import org.probatum.decision.ReviseMaterial;
import org.probatum.evidence.AttachRun;
import org.probatum.people.Actor;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** Asks for runs to be imported; they are fetched when the request has been answered, by whichever node is free. */
@ApplicationScoped
public class StartImport {
    private final Decisions decisions;
    private final Trackers trackers;
    private final EntityManager database;
    private final Event<Asked> listeners;
    private final Clock clock;

    StartImport(Decisions decisions, Trackers trackers, EntityManager database, Event<Asked> listeners, Clock clock) {
        this.decisions = decisions;
        this.trackers = trackers;
        this.database = database;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** There is something to do. */
    record Asked(long id) {}

    /**
     * Which runs of which tracker: those named, or all that a search finds.
     *
     * @param artifacts whether artifacts are read for their digests; they are unless said otherwise
     */
    public record Wish(
            String tracker,
            @Nullable List<String> runs,
            @Nullable List<String> experiments,
            @Nullable String filter,
            @Nullable Boolean artifacts) {}

    /** The number of the import. */
    @Transactional
    public long start(Actor actor, String key, Wish wish) {
        Decision decision = decisions.locked(actor, key);
        ReviseMaterial.requireOpen(actor, decision, Part.RUNS);
        List<String> runs = Objects.requireNonNullElse(wish.runs(), List.<String>of()).stream()
                .distinct()
                .toList();
        List<String> experiments = Objects.requireNonNullElse(wish.experiments(), List.of());
        if (runs.isEmpty() == experiments.isEmpty()) {
            throw Problem.invalid(List.of(Violation.at(
                    "/runs", "it has to be told which runs", "either runs by their ids, or experiments to search")));
        }
        if (runs.size() > AttachRun.LIMIT) {
            throw Problem.invalid(
                    List.of(Violation.at("/runs", "these are too many", "at most " + AttachRun.LIMIT + " runs")));
        }
        Tracker tracker = trackers.named(decision.teamId(), wish.tracker())
                .orElseThrow(() -> Problem.invalid(List.of(Violation.at(
                        "/tracker",
                        "the team has no tracker called \"" + wish.tracker() + "\"",
                        "the name of a connection of " + decision.team().name()))));
        requireFree(decision);
        long id = ((Number) database.createNativeQuery("""
                        insert into tracker_import (id, decision_id, tracker_id, asked_by, asked_at, hash_artifacts, experiments,
                            filter, listed, state, leased_until)
                        values (nextval('tracker_import_seq'), ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'OPEN', '-infinity') returning id""")
                        .setParameter(1, decision.id())
                        .setParameter(2, tracker.id())
                        .setParameter(3, actor.id())
                        .setParameter(4, clock.instant())
                        .setParameter(5, !Boolean.FALSE.equals(wish.artifacts()))
                        .setParameter(6, experiments.toArray(String[]::new))
                        .setParameter(7, wish.filter())
                        .setParameter(8, experiments.isEmpty())
                        .getSingleResult())
                .longValue();
        database.createNativeQuery("""
                        insert into tracker_import_run (import_id, place, external_id)
                        select ?1, place, run from unnest(cast(?2 as int[]), cast(?3 as text[])) as named (place, run)""")
                .setParameter(1, id)
                .setParameter(2, IntStream.rangeClosed(1, runs.size()).boxed().toArray(Integer[]::new))
                .setParameter(3, runs.toArray(String[]::new))
                .executeUpdate();
        listeners.fire(new Asked(id));
        return id;
    }

    /** Lets a stopped import go on with what is still to be imported, and with what failed. */
    @Transactional
    public void goOn(Actor actor, String key, long id) {
        Decision decision = decisions.locked(actor, key);
        ReviseMaterial.requireOpen(actor, decision, Part.RUNS);
        requireFree(decision);
        int found = database.createNativeQuery(
                        "update tracker_import set state = 'OPEN', message = null, ended_at = null,"
                                + " leased_until = '-infinity' where id = ?1 and decision_id = ?2 and state <> 'OPEN'")
                .setParameter(1, id)
                .setParameter(2, decision.id())
                .executeUpdate();
        if (found == 0) {
            throw Problem.notFound("import " + id + " of " + key + " that stopped");
        }
        database.createNativeQuery("update tracker_import_run set state = 'WAITING', message = null"
                        + " where import_id = ?1 and state = 'FAILED'")
                .setParameter(1, id)
                .executeUpdate();
        listeners.fire(new Asked(id));
    }

    private void requireFree(Decision decision) {
        Object running = database.createNativeQuery(
                        "select count(*) from tracker_import where decision_id = ?1 and state = 'OPEN'")
                .setParameter(1, decision.id())
                .getSingleResult();
        if (((Number) running).longValue() > 0) {
            throw Problem.conflict(
                    "import-running", "Runs are being imported into " + decision.key() + "; wait until that is done.");
        }
    }
}
