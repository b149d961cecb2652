package org.probatum.evidence.tracker;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Has imports worked on, runs watched and notes written, on threads of its own: no request waits for a tracker. Woken when
 * somebody asks for an import; looks by itself now and then, for what another node left or what is due.
 */
@ApplicationScoped
public class TrackerRounds {
    private static final Logger LOG = Logger.getLogger(TrackerRounds.class);
    private static final int AFTER_THE_FIRST_START = 3000;
    private static final int IMPORTS_AT_ONCE = 2;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final ImportQueue queue;
    private final FetchRuns fetchRuns;
    private final WatchRuns watchRuns;
    private final WriteNotes writeNotes;
    private final Duration poll;
    private final int atOnce;
    private final Semaphore free = new Semaphore(IMPORTS_AT_ONCE);
    private volatile boolean running;
    private volatile @Nullable ScheduledExecutorService clockwork;
    private volatile @Nullable ExecutorService importers;
    private volatile @Nullable ExecutorService fetchers;

    TrackerRounds(
            ImportQueue queue,
            FetchRuns fetchRuns,
            WatchRuns watchRuns,
            WriteNotes writeNotes,
            @ConfigProperty(name = "probatum.trackers.poll", defaultValue = "5S") Duration poll,
            @ConfigProperty(name = "probatum.trackers.at-once", defaultValue = "8") int atOnce) {
        this.queue = queue;
        this.fetchRuns = fetchRuns;
        this.watchRuns = watchRuns;
        this.writeNotes = writeNotes;
        this.poll = poll;
        this.atOnce = atOnce;
    }

    void begin(@Observes @Priority(AFTER_THE_FIRST_START) StartupEvent started) {
        start();
    }

    void end(@Observes ShutdownEvent stopping) {
        stop();
    }

    void asked(@Observes(during = TransactionPhase.AFTER_SUCCESS) StartImport.Asked asked) {
        ScheduledExecutorService rounds = clockwork;
        if (running && rounds != null) {
            try {
                rounds.execute(this::wake);
            } catch (RejectedExecutionException e) {
                LOG.debugf("Import %d waits for whoever comes next", asked.id());
            }
        }
    }

    void start() {
        ScheduledExecutorService rounds = Executors.newScheduledThreadPool(2);
        clockwork = rounds;
        importers = Executors.newFixedThreadPool(IMPORTS_AT_ONCE);
        fetchers = Executors.newFixedThreadPool(atOnce);
        running = true;
        rounds.scheduleWithFixedDelay(this::wake, 0, poll.toMillis(), TimeUnit.MILLISECONDS);
        rounds.scheduleWithFixedDelay(
                () -> safely(() -> watchRuns.round(() -> running)),
                poll.toMillis(),
                poll.toMillis(),
                TimeUnit.MILLISECONDS);
        rounds.scheduleWithFixedDelay(
                () -> safely(() -> writeNotes.round(() -> running)),
                poll.toMillis(),
                poll.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Lets nothing more begin; what is under way is left where it is, for whoever comes next. */
    void stop() {
        running = false;
        try {
            for (ExecutorService one : new ExecutorService[] {clockwork, importers, fetchers}) {
                if (one != null) {
                    one.shutdown();
                    if (!one.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                        one.shutdownNow();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has whatever import is free worked on, as far as there are hands. */
    void wake() {
        ExecutorService hands = importers;
        while (running && hands != null && free.tryAcquire()) {
            Optional<ImportTask> task = claim();
            if (task.isEmpty()) {
                free.release();
                return;
            }
            try {
                hands.execute(() -> work(task.get()));
            } catch (RejectedExecutionException e) {
                free.release();
                queue.release(task.get());
                return;
            }
        }
    }

    private Optional<ImportTask> claim() {
        try {
            return queue.claim();
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "No import could be taken up");
            return Optional.empty();
        }
    }

    private void work(ImportTask task) {
        ExecutorService hands = fetchers;
        try {
            if (hands != null) {
                safely(() -> fetchRuns.work(task, hands, () -> running));
            }
        } finally {
            free.release();
        }
        wake();
    }

    private static void safely(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "The trackers' rounds go on after a fault");
        }
    }
}
