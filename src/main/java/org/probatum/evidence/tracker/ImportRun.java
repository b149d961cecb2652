package org.probatum.evidence.tracker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.evidence.AttachRun;
import org.probatum.evidence.Runs;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.people.Actor;
import org.probatum.people.Actors;
import org.probatum.shared.Problem;

/**
 * Attaches one fetched run, for whoever asked for the import, and keeps its snapshot and where the import stands: all of it
 * or nothing. A run that is there already, as the tracker has it now, is left as it is.
 */
@ApplicationScoped
class ImportRun {
    private static final int BRIEF = 8;
    private static final int NAMES = 50;

    private final AttachRun attachRun;
    private final Decisions decisions;
    private final Runs runs;
    private final Snapshots snapshots;
    private final Actors actors;
    private final EntityManager database;

    ImportRun(
            AttachRun attachRun,
            Decisions decisions,
            Runs runs,
            Snapshots snapshots,
            Actors actors,
            EntityManager database) {
        this.attachRun = attachRun;
        this.decisions = decisions;
        this.runs = runs;
        this.snapshots = snapshots;
        this.actors = actors;
        this.database = database;
    }

    /** False when somebody else has taken the import over since, and nothing was done. */
    @Transactional
    public boolean keep(ImportTask task, ImportTask.Waiting waiting, Target from, TrackedRun tracked) {
        Actor actor = actors.byPerson(task.askedBy())
                .orElseThrow(() -> Problem.forbidden("nobody", "Whoever asked for the import is not here any more."));
        Decision decision = decisions.locked(actor, task.key());
        if (!holds(task)) {
            return false;
        }
        List<Snapshots.Kept> before = snapshots.of(task.decision(), task.tracker(), waiting.run());
        Optional<Snapshots.Kept> same = before.stream()
                .filter(kept ->
                        FactsDifference.between(kept.facts(), tracked.facts()).isEmpty())
                .findFirst();
        if (same.isPresent()) {
            settle(task, waiting, "KNOWN", same.get().run(), null);
            return true;
        }
        String digest = tracked.facts().digest().substring("sha256:".length()).substring(0, BRIEF);
        String reference = from.reference(waiting.run()) + (before.isEmpty() ? "" : "@" + digest);
        Manifest manifest = named(tracked.manifest(), decision.id(), digest);
        AttachRun.Attached attached = attachRun.attach(actor, task.key(), manifest, reference, tracked.histories());
        snapshots.keep(attached.run().id(), task.decision(), task.tracker(), tracked);
        String notes = String.join(". ", tracked.notes());
        settle(task, waiting, "IMPORTED", attached.run().id(), notes.isEmpty() ? null : notes);
        return true;
    }

    /** Under its own name; else with the digest of what it says, else numbered. */
    private Manifest named(Manifest manifest, long decision, String digest) {
        String own = manifest.name();
        String name = Stream.concat(
                        Stream.of(own, own + "-" + digest),
                        IntStream.range(2, NAMES).mapToObj(number -> own + "-" + digest + "-" + number))
                .filter(candidate -> runs.count("decisionId = ?1 and name = ?2", decision, candidate) == 0)
                .findFirst()
                .orElse(own);
        return name.equals(own) ? manifest : manifest.named(name);
    }

    private boolean holds(ImportTask task) {
        return database.createNativeQuery(
                                "update tracker_import set leased_until = clock_timestamp() + interval '1 minute'"
                                        + " where id = ?1 and worker = ?2 and state = 'OPEN'")
                        .setParameter(1, task.id())
                        .setParameter(2, task.worker())
                        .executeUpdate()
                == 1;
    }

    private void settle(ImportTask task, ImportTask.Waiting waiting, String state, long run, @Nullable String message) {
        database.createNativeQuery("update tracker_import_run set state = ?3, run_id = ?4, message = ?5"
                        + " where import_id = ?1 and place = ?2")
                .setParameter(1, task.id())
                .setParameter(2, waiting.place())
                .setParameter(3, state)
                .setParameter(4, run)
                .setParameter(5, message)
                .executeUpdate();
    }
}
