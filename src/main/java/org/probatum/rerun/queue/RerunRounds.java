package org.probatum.rerun.queue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
 * Has reruns moved on, on threads of its own: no request waits for any. Woken when something is ordered; looks by itself
 * a few times a second for what is due, and more often while this node has just moved some on, so that no slot waits
 * for a look. A service that stops leaves everything where it is, for whoever comes next.
 */
@ApplicationScoped
public class RerunRounds {
    private static final Logger LOG = Logger.getLogger(RerunRounds.class);
    private static final int AFTER_THE_FIRST_START = 3100;
    private static final int HANDS = 6;
    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final Duration RENEW = Duration.ofSeconds(15);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final RerunQueue queue;
    private final RunReruns runReruns;
    private final Duration poll;
    /** False on a node that leaves reruns to others. */
    private final boolean takenHere;

    /** Nothing is asked of the database before then, in {@link System#nanoTime}. */
    private volatile long nextLook = System.nanoTime();
    /** It is looked often until then. */
    private volatile long busyUntil = System.nanoTime();

    private final Semaphore free = new Semaphore(HANDS);
    private final Map<Long, RerunQueue.Claim> held = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile @Nullable ScheduledExecutorService clockwork;
    private volatile @Nullable ExecutorService hands;

    RerunRounds(
            RerunQueue queue,
            RunReruns runReruns,
            @ConfigProperty(name = "probatum.reruns.poll", defaultValue = "0.2S") Duration poll,
            @ConfigProperty(name = "probatum.reruns.taken-here", defaultValue = "true") boolean takenHere) {
        this.takenHere = takenHere;
        this.queue = queue;
        this.runReruns = runReruns;
        this.poll = poll;
    }

    void begin(@Observes @Priority(AFTER_THE_FIRST_START) StartupEvent started) {
        if (takenHere) {
            start();
        }
    }

    void end(@Observes ShutdownEvent stopping) {
        stop();
    }

    void ordered(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderReruns.Ordered ordered) {
        ScheduledExecutorService rounds = clockwork;
        if (running && rounds != null) {
            try {
                rounds.execute(this::wake);
            } catch (RejectedExecutionException e) {
                LOG.debugf("What decision %d ordered waits for whoever comes next", ordered.decision());
            }
        }
    }

    void start() {
        ScheduledExecutorService rounds = Executors.newScheduledThreadPool(2);
        clockwork = rounds;
        hands = Executors.newFixedThreadPool(HANDS);
        running = true;
        long tick = Math.min(OFTEN.toMillis(), poll.toMillis());
        rounds.scheduleWithFixedDelay(this::tick, 0, tick, TimeUnit.MILLISECONDS);
        rounds.scheduleWithFixedDelay(this::renew, RENEW.toMillis(), RENEW.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        running = false;
        try {
            for (ExecutorService one : new ExecutorService[] {clockwork, hands}) {
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

    private void tick() {
        long now = System.nanoTime();
        if (now - nextLook >= 0 || now - busyUntil < 0) {
            nextLook = now + poll.toNanos();
            wake();
        }
    }

    /** Moves on whatever is due, as far as there are hands. */
    void wake() {
        ExecutorService workers = hands;
        while (running && workers != null && free.tryAcquire()) {
            Optional<RerunQueue.Task> task = claim();
            if (task.isEmpty()) {
                free.release();
                return;
            }
            try {
                workers.execute(() -> work(task.get()));
            } catch (RejectedExecutionException e) {
                free.release();
                return;
            }
        }
    }

    private Optional<RerunQueue.Task> claim() {
        try {
            return queue.claim();
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "No rerun could be taken up");
            return Optional.empty();
        }
    }

    private void work(RerunQueue.Task task) {
        held.put(task.claim().id(), task.claim());
        try {
            runReruns.work(task);
        } catch (RuntimeException fault) {
            LOG.errorf(
                    fault, "Rerun %d is tried again after a fault", task.claim().id());
            again(task);
        } finally {
            held.remove(task.claim().id());
            free.release();
            busyUntil = System.nanoTime() + poll.toNanos();
        }
        wake();
    }

    private void again(RerunQueue.Task task) {
        try {
            queue.again(
                    task.claim(), Duration.ofSeconds(15), "The service itself failed; it is tried again.", null, null);
        } catch (RuntimeException fault) {
            LOG.errorf(
                    fault, "Rerun %d waits for its lease to end", task.claim().id());
        }
    }

    private void renew() {
        held.values().forEach(claim -> {
            try {
                queue.holds(claim);
            } catch (RuntimeException fault) {
                LOG.errorf(fault, "The lease of rerun %d could not be renewed", claim.id());
            }
        });
    }
}
