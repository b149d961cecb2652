package org.probatum.log;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.probatum.log.note.Malformed;

/**
 * Has each witness cosign the newest checkpoint now and then, one question to each at a time, on threads of its own: neither a
 * request nor the sequencer waits for a witness.
 */
@ApplicationScoped
public class WitnessRounds {
    private static final int AFTER_THE_FIRST_START = 3000;

    private final List<Watched> watched = new ArrayList<>();
    private final int quorum;
    private final Duration poll;
    private final List<ScheduledExecutorService> hands = new ArrayList<>();

    WitnessRounds(
            LogFiles files,
            AskWitness askWitness,
            Cosignatures cosignatures,
            @ConfigProperty(name = "probatum.log.witnesses") Optional<List<String>> witnesses,
            @ConfigProperty(name = "probatum.log.witness-quorum", defaultValue = "0") int quorum,
            @ConfigProperty(name = "probatum.log.witness-poll", defaultValue = "5S") Duration poll) {
        for (String text : witnesses.orElse(List.of())) {
            watched.add(new Watched(parsed(text), files, askWitness, cosignatures, poll));
        }
        long names =
                watched.stream().map(one -> one.standing().name()).distinct().count();
        if (names < watched.size()) {
            throw new IllegalStateException("probatum.log.witnesses names a witness twice. Name each once.");
        }
        if (quorum < 0 || quorum > watched.size()) {
            throw new IllegalStateException("probatum.log.witness-quorum is " + quorum + ", with " + watched.size()
                    + " witnesses. It is a number from 0 to that.");
        }
        this.quorum = quorum;
        this.poll = poll;
    }

    private static Witness parsed(String text) {
        try {
            return Witness.parse(text);
        } catch (Malformed fault) {
            throw new IllegalStateException(
                    "probatum.log.witnesses has \"" + text + "\": " + fault.getMessage()
                            + ". It looks like https://witness.example.org witness.example.org+1a2b3c4d+<base64>.",
                    fault);
        }
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
