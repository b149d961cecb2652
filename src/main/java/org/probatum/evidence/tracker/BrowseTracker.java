package org.probatum.evidence.tracker;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;
import org.probatum.shared.Problem;

/**
 * Looks into a tracker for somebody who waits for it: soon answered or given up, and few at once, so that a tracker that
 * hangs holds up only whoever asks for it.
 */
@ApplicationScoped
public class BrowseTracker {
    private static final int AT_ONCE = 3;

    private final Trackers trackers;
    private final TrackerReaders readers;
    private final Semaphore places = new Semaphore(AT_ONCE);

    BrowseTracker(Trackers trackers, TrackerReaders readers) {
        this.trackers = trackers;
        this.readers = readers;
    }

    /** Asks a tracker. */
    private interface Asking<T> {
        T of(TrackerReader reader, Target at) throws TrackerFault;
    }

    /** What the tracker says of itself. */
    public String greet(Actor actor, String slug, long id) {
        return ask(trackers.target(actor, slug, id), TrackerReader::greet);
    }

    public Listing<Experiment> experiments(
            Actor actor, String slug, long id, @Nullable String filter, @Nullable String from) {
        return ask(trackers.target(actor, slug, id), (reader, at) -> reader.experiments(at, filter, from));
    }

    public Listing<RunHead> runs(
            Actor actor,
            String slug,
            long id,
            List<String> experiments,
            @Nullable String filter,
            @Nullable String from) {
        return ask(trackers.target(actor, slug, id), (reader, at) -> reader.runs(at, experiments, filter, from));
    }

    private <T> T ask(Target at, Asking<T> asking) {
        if (!places.tryAcquire()) {
            throw Problem.conflict(
                    "trackers-busy", "Others are looking into trackers and wait for answers; try again in a moment.");
        }
        try {
            return asking.of(readers.of(at), at.whileWaiting());
        } catch (TrackerFault fault) {
            throw Problem.conflict("tracker-fault", fault.words() + ".");
        } finally {
            places.release();
        }
    }
}
