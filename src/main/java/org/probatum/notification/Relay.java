package org.probatum.notification;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Journal;

/**
 * Sends what the outbox holds, on threads of its own: no request waits for a receiver, and no receiver for another. A lane is
 * worked by one thread at a time, so that a receiver that hangs holds up its own messages alone. Woken when an event commits;
 * looks by itself now and then, for what another node left or what is due again.
 */
@ApplicationScoped
public class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int AFTER_THE_FIRST_START = 3000;
    private static final int ENDPOINTS_AT_ONCE = 8;
    private static final int LANES_TO_PEOPLE = 2;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(2);

    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Channels channels;
    private final Duration poll;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile boolean running;
    private volatile @Nullable ScheduledExecutorService rounds;
    private volatile @Nullable ExecutorService senders;

    Relay(
            Outbox outbox,
            Deliveries deliveries,
            Channels channels,
            @ConfigProperty(name = "probatum.relay.poll", defaultValue = "2S") Duration poll) {
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.channels = channels;
        this.poll = poll;
    }

    void begin(@Observes @Priority(AFTER_THE_FIRST_START) StartupEvent started) {
        start();
    }

    void end(@Observes ShutdownEvent stopping) {
        stop();
    }

    void happened(@Observes(during = TransactionPhase.AFTER_SUCCESS) Journal.Recorded recorded) {
        wake();
    }

    void start() {
        ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
        rounds = clockwork;
        senders = Executors.newFixedThreadPool(ENDPOINTS_AT_ONCE + LANES_TO_PEOPLE);
        running = true;
        clockwork.scheduleWithFixedDelay(this::wake, 0, poll.toMillis(), TimeUnit.MILLISECONDS);
        clockwork.scheduleWithFixedDelay(() -> safely(deliveries::forget), 1, 60, TimeUnit.MINUTES);
    }

    /** Lets nothing more begin; what is under way and does not end soon is sent again by whoever comes next. */
    void stop() {
        running = false;
        ExecutorService sending = senders;
        ScheduledExecutorService clockwork = rounds;
        if (clockwork == null || sending == null) {
            return;
        }
        try {
            clockwork.shutdown();
            clockwork.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            sending.shutdown();
            if (!sending.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                sending.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        woken.set(false);
        busy.clear();
    }

    /** Has a round made soon; however often it is called meanwhile, one. */
    public void wake() {
        ScheduledExecutorService clockwork = rounds;
        if (running && clockwork != null && woken.compareAndSet(false, true)) {
            try {
                clockwork.execute(() -> safely(this::round));
            } catch (RejectedExecutionException e) {
                woken.set(false);
            }
        }
    }

    /** Tells people what there is to tell, on the caller's own thread: for a start that wants it done. */
    public void catchUp() {
        while (outbox.expand()) {
            // There may be more.
        }
        for (List<Deliveries.Taken> taken = take(); !taken.isEmpty(); taken = take()) {
            taken.forEach(one -> deliveries.settle(one, send(one)));
        }
    }

    private List<Deliveries.Taken> take() {
        return deliveries.take(Set.of(), 0);
    }

    private void round() {
        woken.set(false);
        while (running && outbox.expand()) {
            // There may be more.
        }
        int endpoints = (int)
                busy.stream().filter(lane -> lane.startsWith(Channels.WEBHOOK)).count();
        List<Deliveries.Taken> taken = deliveries.take(busy, Math.max(0, ENDPOINTS_AT_ONCE - endpoints));
        Map<String, List<Deliveries.Taken>> byLane =
                taken.stream().collect(Collectors.groupingBy(Deliveries.Taken::lane));
        byLane.forEach((lane, messages) -> {
            busy.add(lane);
            Objects.requireNonNull(senders).execute(() -> work(lane, messages));
        });
    }

    private void work(String lane, List<Deliveries.Taken> messages) {
        try {
            for (int i = 0; i < messages.size(); i++) {
                Deliveries.Taken taken = messages.get(i);
                Receipt receipt = send(taken);
                safely(() -> deliveries.settle(taken, receipt));
                if (receipt instanceof Receipt.Failed || receipt instanceof Receipt.Gone) {
                    List<Deliveries.Taken> untried = messages.subList(i + 1, messages.size());
                    safely(() -> deliveries.release(untried));
                    break;
                }
            }
        } finally {
            busy.remove(lane);
            wake();
        }
    }

    private Receipt send(Deliveries.Taken taken) {
        try {
            return channels.named(taken.channel()).deliver(taken.message());
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "%s could not be sent by %s", taken.message().id(), taken.channel());
            return new Receipt.Failed("a fault of ours: " + fault);
        }
    }

    private static void safely(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "The relay goes on after a fault");
        }
    }
}
