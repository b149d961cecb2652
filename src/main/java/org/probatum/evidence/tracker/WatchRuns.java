package org.probatum.evidence.tracker;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads cited runs again and lays them beside their snapshots. A few of each tracker at a time; a tracker that is down has
 * hidden its runs, not lost them.
 */
@ApplicationScoped
class WatchRuns {
    private final Watches watches;
    private final Trackers trackers;
    private final TrackerReaders readers;
    private final int atOnce;

    WatchRuns(
            Watches watches,
            Trackers trackers,
            TrackerReaders readers,
            @ConfigProperty(name = "probatum.trackers.watch-at-once", defaultValue = "20") int atOnce) {
        this.watches = watches;
        this.trackers = trackers;
        this.readers = readers;
        this.atOnce = atOnce;
    }

    /** Looks at what is due, each tracker once. */
    void round(BooleanSupplier wanted) {
        Optional<Long> tracker = watches.tracker();
        while (tracker.isPresent() && wanted.getAsBoolean()) {
            look(tracker.get(), wanted);
            tracker = watches.tracker();
        }
    }

    private void look(long tracker, BooleanSupplier wanted) {
        Optional<Target> at = trackers.target(tracker);
        List<Watches.Due> due = watches.take(tracker, atOnce);
        String down = at.isEmpty() ? "the tracker was removed" : "";
        for (Watches.Due one : due) {
            if (!wanted.getAsBoolean()) {
                return;
            }
            // One question is enough to see that a tracker is down.
            Watches.Seen seen = down.isEmpty() ? look(at.orElseThrow(), one) : new Watches.Seen.Hidden(down, true);
            if (seen instanceof Watches.Seen.Hidden hidden && hidden.ofAll()) {
                down = hidden.words();
            }
            watches.settle(one, seen);
        }
    }

    private Watches.Seen look(Target at, Watches.Due due) {
        try {
            TrackerFacts facts = readers.of(at).facts(at, due.external());
            return facts.wasDeleted()
                    ? new Watches.Seen.Gone("It was deleted in " + at.name() + ", where it can still be restored.")
                    : new Watches.Seen.There(facts);
        } catch (TrackerFault fault) {
            return fault.kind() == TrackerFault.Kind.GONE
                    ? new Watches.Seen.Gone("It is no more in " + at.name() + ": " + fault.words() + ".")
                    : new Watches.Seen.Hidden(fault.words(), fault.isOfWholeTracker());
        }
    }
}
