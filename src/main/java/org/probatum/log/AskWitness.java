package org.probatum.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.Note;
import org.probatum.log.note.NoteSignature;
import org.probatum.log.note.NoteVerifier;
import org.probatum.log.note.Opening;
import org.probatum.log.note.WitnessRequest;
import org.probatum.shared.outbound.AddressRefused;
import org.probatum.shared.outbound.Outbound;

/** Asks a witness to cosign a checkpoint, and believes nothing of the answer but what its key signed (C2SP tlog-witness). */
@ApplicationScoped
class AskWitness {
    /** How far a witness' clock may be from ours. */
    private static final Duration APART = Duration.ofMinutes(10);

    private final LogFiles files;
    private final Outbound outbound;
    private final Clock clock;
    private final Duration within;

    AskWitness(
            LogFiles files,
            Outbound outbound,
            Clock clock,
            @ConfigProperty(name = "probatum.log.witness-within", defaultValue = "5S") Duration within) {
        this.files = files;
        this.outbound = outbound;
        this.clock = clock;
        this.within = within;
    }

    /** What came of it. */
    sealed interface Outcome {
        /** It cosigned. */
        record Cosigned(Opening.Signed signed, Instant at) implements Outcome {}

        /** It has seen another size than was thought. */
        record Elsewhere(long seen) implements Outcome {}

        /** It did not; asked again it may. */
        record Refused(String why) implements Outcome {}

        /** It says that this log does not extend what it has seen of it. */
        record Forked(String why) implements Outcome {}
    }

    /**
     * Asks it.
     *
     * @param from the size that it has seen last, as far as is known
     */
    Outcome ask(Witness witness, Head head, long from) {
        try {
            Note note = Note.parse(head.note());
            WitnessRequest request = new WitnessRequest(files.tree(head.size()).consistency(from), note);
            Outbound.Answer answer = outbound.post(
                    witness.adding(), Map.of("Content-Type", "text/plain; charset=utf-8"), request.body(), within);
            return switch (answer.status()) {
                case 200 -> cosigned(witness, note, answer.body());
                case 409 -> elsewhere(from, WitnessRequest.seen(answer.body()));
                case 422 ->
                    new Outcome.Forked(
                            "it refuses the proof that the log extends the " + from + " leaves that it has seen");
                case 403 -> new Outcome.Refused("it does not take the log's signature (403)");
                case 404 -> new Outcome.Refused("it does not know this log (404)");
                default -> new Outcome.Refused("it answered " + answer.status());
            };
        } catch (AddressRefused e) {
            return new Outcome.Refused("its address is not one that may be asked: " + e.getMessage());
        } catch (IOException e) {
            return new Outcome.Refused("it did not answer: " + e.getMessage());
        } catch (Malformed e) {
            return new Outcome.Refused("its answer is not one of a witness: " + e.getMessage());
        }
    }

    private static Outcome elsewhere(long from, long seen) {
        return seen == from
                ? new Outcome.Forked("of " + seen + " leaves it has seen another tree than this log's")
                : new Outcome.Elsewhere(seen);
    }

    private Outcome cosigned(Witness witness, Note note, String lines) throws Malformed {
        List<NoteSignature> signatures = NoteSignature.parse(lines);
        Opening opening = new NoteVerifier(List.of(witness.key())).open(new Note(note.text(), signatures));
        if (!(opening instanceof Opening.Opened opened)) {
            return new Outcome.Refused("what it signed is not this checkpoint");
        }
        Opening.Signed signed = opened.by().get(0);
        Instant at = signed.at();
        if (at == null || Duration.between(at, clock.instant()).abs().compareTo(APART) > 0) {
            return new Outcome.Refused("it says to have signed at " + at + ", which is not now");
        }
        return new Outcome.Cosigned(signed, at);
    }
}
