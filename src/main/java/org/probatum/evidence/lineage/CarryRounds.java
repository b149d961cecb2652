package org.probatum.evidence.lineage;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Has recalls carried around on a thread of its own: woken when one is stored, and now and then for what another node left. */
@ApplicationScoped
class CarryRounds {
    private static final Logger LOG = Logger.getLogger(CarryRounds.class);
    private static final int AFTER_THE_FIRST_START = 3000;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(2);

    private final CarryRecall carry;
    private final Duration poll;
    private volatile boolean running;
    private volatile @Nullable ScheduledExecutorService rounds;

    CarryRounds(CarryRecall carry, @ConfigProperty(name = "probatum.recall.poll", defaultValue = "5S") Duration poll) {
        this.carry = carry;
        this.poll = poll;
    }

    void begin(@Observes @Priority(AFTER_THE_FIRST_START) StartupEvent started) {
        start();
    }

    void end(@Observes ShutdownEvent stopping) {
        stop();
    }

    void stored(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecallSource.Stored stored) {
        ScheduledExecutorService clockwork = rounds;
        if (running && clockwork != null) {
            try {
                clockwork.execute(this::round);
            } catch (RejectedExecutionException e) {
                LOG.debug("The service stops; the recall is carried around after the next start");
            }
        }
    }

    void start() {
        ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
        rounds = clockwork;
        running = true;
        clockwork.scheduleWithFixedDelay(this::round, poll.toMillis(), poll.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        running = false;
        ScheduledExecutorService clockwork = rounds;
        if (clockwork != null) {
            clockwork.shutdown();
            try {
                clockwork.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void round() {
        try {
            while (running && carry.step()) {
                // There may be more.
            }
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "A recall could not be carried further; the next round tries again");
        }
    }
}
