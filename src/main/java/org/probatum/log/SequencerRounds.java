package org.probatum.log;

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
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Has the log sequenced on a thread of its own, soon after something was committed: no request waits for it. Looks by itself now
 * and then, for what another node left.
 */
@ApplicationScoped
public class SequencerRounds {
    private static final Logger LOG = Logger.getLogger(SequencerRounds.class);
    private static final int AFTER_THE_FIRST_START = 3000;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    /** What is committed within so long after another is taken in with it. */
    private static final long GATHER_MILLIS = 50;

    private final Sequencer sequencer;
    private final Duration poll;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile @Nullable String trouble;
    private volatile @Nullable ScheduledExecutorService rounds;

    SequencerRounds(
            Sequencer sequencer, @ConfigProperty(name = "probatum.log.poll", defaultValue = "1S") Duration poll) {
        this.sequencer = sequencer;
        this.poll = poll;
    }

    /** Why nothing is sequenced; null while there is nothing wrong. */
    public @Nullable String trouble() {
        return trouble;
    }

    void begin(@Observes @Priority(AFTER_THE_FIRST_START) StartupEvent started) {
        ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
        rounds = clockwork;
        clockwork.scheduleWithFixedDelay(this::round, 0, poll.toMillis(), TimeUnit.MILLISECONDS);
    }

    void end(@Observes ShutdownEvent stopping) {
        ScheduledExecutorService clockwork = rounds;
        rounds = null;
        if (clockwork != null) {
            clockwork.shutdown();
            try {
                clockwork.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void logged(@Observes(during = TransactionPhase.AFTER_SUCCESS) Logged something) {
        ScheduledExecutorService clockwork = rounds;
        if (clockwork != null && woken.compareAndSet(false, true)) {
            try {
                clockwork.schedule(this::round, GATHER_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("The service stops; what waits is logged after the next start");
            }
        }
    }

    private void round() {
        woken.set(false);
        try {
            while (rounds != null && sequencer.integrate() > 0) {
                // There may be more.
            }
            trouble = null;
        } catch (LogBroken broken) {
            if (!String.valueOf(broken.getMessage()).equals(trouble)) {
                LOG.errorf("The log is not as it was signed, and nothing more is: %s", broken.getMessage());
            }
            trouble = broken.getMessage();
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "The log could not be sequenced; the next round tries again");
        }
    }
}
