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
 * a few times a second, for what is due. A service that stops leaves everything where it is, for whoever comes next.
 */
@ApplicationScoped
public class RerunRounds {
    private static final Logger LOG = Logger.getLogger(RerunRounds.class);
    private static final int AFTER_THE_FIRST_START = 3100;
    private static final int HANDS = 6;
    private static final Duration RENEW = Duration.ofSeconds(15);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final RerunQueue queue;
    private final RunReruns runReruns;
    private final Duration poll;
    private final Semaphore free = new Semaphore(HANDS);
    private final Map<Long, RerunQueue.Claim> held = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile @Nullable ScheduledExecutorService clockwork;
    private volatile @Nullable ExecutorService hands;

    RerunRounds(
            RerunQueue queue,
            RunReruns runReruns,
            @ConfigProperty(name = "probatum.reruns.poll", defaultValue = "0.2S") Duration poll) {
        this.queue = queue;
        this.runReruns = runReruns;
        this.poll = poll;
    }

    void begin(@Observes @Priority(AFTER_THE_FIRST_START) StartupEvent started) {
        start();
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
        rounds.scheduleWithFixedDelay(this::wake, 0, poll.toMillis(), TimeUnit.MILLISECONDS);
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
