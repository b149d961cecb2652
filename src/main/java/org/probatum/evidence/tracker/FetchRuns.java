package org.probatum.evidence.tracker;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Problem;

/**
 * Works on one import: finds its runs, fetches several at once outside any transaction, and has each kept in one of its own.
 * A tracker that fails is asked again a little later; when it goes on failing, the import stops with what was done, and says
 * why.
 */
@ApplicationScoped
class FetchRuns {
    private static final Logger LOG = Logger.getLogger(FetchRuns.class);
    private static final int TAKEN = 64;
    private static final int HELD_EVERY_SECONDS = 10;
    private static final int TRIES = 3;
    private static final int PAUSE_MILLIS = 250;

    private final ImportQueue queue;
    private final ImportRun importRun;
    private final Trackers trackers;
    private final TrackerReaders readers;

    FetchRuns(ImportQueue queue, ImportRun importRun, Trackers trackers, TrackerReaders readers) {
        this.queue = queue;
        this.importRun = importRun;
        this.trackers = trackers;
        this.readers = readers;
    }

    /** Does what there is to do, as long as it is wanted; what is not done then is left for others. */
    void work(ImportTask task, ExecutorService fetchers, BooleanSupplier wanted) {
        AtomicReference<@Nullable String> stopped = new AtomicReference<>();
        try {
            Optional<Target> at = trackers.target(task.tracker());
            if (at.isEmpty()) {
                queue.end(task, "The tracker was removed.");
                return;
            }
            list(task, at.get(), wanted);
            fetch(task, at.get(), fetchers, stopped, wanted);
        } catch (TrackerFault fault) {
            stopped.set(fault.words() + ".");
        } catch (Problem refused) {
            stopped.set(refused.detail());
        }
        if (wanted.getAsBoolean()) {
            queue.end(task, stopped.get());
        } else {
            queue.release(task);
        }
    }

    private void list(ImportTask task, Target at, BooleanSupplier wanted) throws TrackerFault {
        boolean listed = task.listed();
        String from = task.pageToken();
        while (!listed && wanted.getAsBoolean()) {
            String page = from;
            Listing<RunHead> found =
                    patiently(wanted, () -> readers.of(at).runs(at, task.experiments(), task.filter(), page));
            String next = found.next() == null || found.next().equals(from) ? null : found.next();
            listed = queue.found(task, found.items().stream().map(RunHead::id).toList(), next);
            from = next;
        }
    }

    private void fetch(
            ImportTask task,
            Target at,
            ExecutorService fetchers,
            AtomicReference<@Nullable String> stopped,
            BooleanSupplier wanted) {
        BooleanSupplier goesOn = () -> stopped.get() == null && wanted.getAsBoolean();
        int after = 0;
        List<ImportTask.Waiting> some = queue.waiting(task, after, TAKEN);
        while (!some.isEmpty() && goesOn.getAsBoolean() && queue.holds(task)) {
            List<Future<?>> under = new ArrayList<>();
            for (ImportTask.Waiting one : some) {
                under.add(fetchers.submit(() -> {
                    if (goesOn.getAsBoolean()) {
                        one(task, one, at, stopped, goesOn);
                    }
                }));
            }
            await(task, under, stopped);
            after = some.get(some.size() - 1).place();
            some = queue.waiting(task, after, TAKEN);
        }
    }

    private void one(
            ImportTask task,
            ImportTask.Waiting waiting,
            Target at,
            AtomicReference<@Nullable String> stopped,
            BooleanSupplier wanted) {
        try {
            TrackedRun run = patiently(wanted, () -> readers.of(at).run(at, waiting.run(), task.hashArtifacts()));
            if (!importRun.keep(task, waiting, at, run)) {
                stopped.compareAndSet(null, "Somebody else goes on with it.");
            }
        } catch (TrackerFault fault) {
            if (fault.isOfWholeTracker()) {
                stopped.compareAndSet(null, fault.words() + ".");
            } else {
                queue.fail(task, waiting.place(), fault.words());
            }
        } catch (Problem refused) {
            stopped.compareAndSet(null, refused.detail());
        }
    }

    /** Asks a tracker that fails again, a little later each time. */
    private static <T> T patiently(BooleanSupplier wanted, Asking<T> asking) throws TrackerFault {
        for (int tried = 1; ; tried++) {
            try {
                return asking.ask();
            } catch (TrackerFault fault) {
                boolean worth =
                        fault.kind() == TrackerFault.Kind.UNREACHABLE || fault.kind() == TrackerFault.Kind.FAILED;
                if (tried == TRIES || !worth || !wanted.getAsBoolean() || !paused(tried)) {
                    throw fault;
                }
            }
        }
    }

    /** Asks something of a tracker. */
    private interface Asking<T> {
        T ask() throws TrackerFault;
    }

    private static boolean paused(int tried) {
        try {
            Thread.sleep((long) PAUSE_MILLIS * tried * tried);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Until all are done; a run may take long, and meanwhile the import is still held. */
    private void await(ImportTask task, List<Future<?>> under, AtomicReference<@Nullable String> stopped) {
        for (Future<?> one : under) {
            try {
                while (!isDone(one)) {
                    queue.holds(task);
                }
            } catch (ExecutionException e) {
                LOG.errorf(e.getCause(), "A run could not be imported");
                stopped.compareAndSet(null, "A fault of ours; it is in the service's log.");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stopped.compareAndSet(null, "The service was stopped.");
            }
        }
    }

    private static boolean isDone(Future<?> one) throws ExecutionException, InterruptedException {
        try {
            one.get(HELD_EVERY_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
