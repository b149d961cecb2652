package org.probatum.log;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.probatum.log.note.Checkpoint;
import org.probatum.log.note.Cosigner;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.NoteKey;
import org.probatum.log.note.NoteVerifier;
import org.probatum.log.note.Opening;
import org.probatum.log.note.WitnessRequest;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.Hashes;

/** A witness that knows some logs and answers {@code add-checkpoint} as C2SP tlog-witness says; what carries it is up to the test. */
public final class FakeWitness {
    /** What a witness answers: a status of HTTP and a body. */
    public record Answer(int status, String body) {}

    private record Seen(long size, Hash root) {}

    private final Cosigner cosigner;
    private final Map<String, NoteKey> logs = new HashMap<>();
    private final Map<String, Seen> seen = new HashMap<>();

    public FakeWitness(String name) {
        cosigner = Cosigner.generate(name);
    }

    /** Lets it witness a log, whose origin is its name. */
    public FakeWitness knowing(NoteKey log) {
        logs.put(log.name(), log);
        return this;
    }

    public NoteKey key() {
        return cosigner.key();
    }

    /** Answers a request; in the order of the standard, what is wrong first is said. */
    public synchronized Answer answer(String body, Instant now) {
        try {
            return answer(WitnessRequest.parse(body), now);
        } catch (Malformed e) {
            return new Answer(400, e.getMessage());
        }
    }

    private Answer answer(WitnessRequest request, Instant now) {
        Checkpoint checkpoint = request.checkpoint();
        NoteKey log = logs.get(checkpoint.origin());
        if (log == null) {
            return new Answer(404, "");
        }
        if (!(new NoteVerifier(List.of(log)).open(request.note()) instanceof Opening.Opened)) {
            return new Answer(403, "");
        }
        if (request.proof().from() > checkpoint.size()) {
            return new Answer(400, "");
        }
        Seen last = seen.getOrDefault(checkpoint.origin(), new Seen(0, Hashes.EMPTY));
        boolean another = checkpoint.size() == last.size() && !checkpoint.root().equals(last.root());
        if (request.proof().from() != last.size() || (another && last.size() > 0)) {
            return new Answer(409, last.size() + "\n");
        }
        if (!request.proof().check(last.root(), checkpoint.root()).holds()) {
            return new Answer(422, "");
        }
        seen.put(checkpoint.origin(), new Seen(checkpoint.size(), checkpoint.root()));
        return new Answer(200, cosigner.cosign(checkpoint, now).line());
    }
}
