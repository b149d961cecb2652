package org.probatum.log;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Has each witness cosign the newest checkpoint now and then, one question to each at a time, on threads of its own: neither a
 * request nor the sequencer waits for a witness.
 */
@ApplicationScoped
public class WitnessRounds {
    private static final int AFTER_THE_FIRST_START = 3000;

    private final List<Watched> watched;
    private final int quorum;
    private final Duration poll;
    private final List<ScheduledExecutorService> hands = new ArrayList<>();

    WitnessRounds(
            Witnesses witnesses,
            LogFiles files,
            AskWitness askWitness,
            Cosignatures cosignatures,
            Charges charges,
            @ConfigProperty(name = "probatum.log.witness-poll", defaultValue = "5S") Duration poll) {
        this.watched = witnesses.named().stream()
                .map(witness -> new Watched(witness, files, askWitness, cosignatures, charges, poll))
                .toList();
        this.quorum = witnesses.quorum();
        this.poll = poll;
    }

    /** Each witness as it stands. */
    public List<Watched.Standing> standings() {
        return watched.stream().map(Watched::standing).toList();
    }

    /** How many must have cosigned a checkpoint before it is given out. */
    public int quorum() {
        return quorum;
    }

    /** What witnesses say against this log, a sentence each. */
    List<String> charges() {
        return standings().stream()
                .filter(Watched.Standing::charging)
                .map(one -> "Witness " + one.name() + ": " + one.words() + ".")
                .toList();
    }

    void begin(@Observes @Priority(AFTER_THE_FIRST_START) StartupEvent started) {
        watched.forEach(one -> {
            ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();
            hands.add(hand);
            hand.scheduleWithFixedDelay(one::round, 0, poll.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    void end(@Observes ShutdownEvent stopping) {
        hands.forEach(ScheduledExecutorService::shutdownNow);
    }
}
