package org.probatum.log.note;

import java.util.ArrayList;
import java.util.List;
import org.probatum.log.tree.ConsistencyProof;
import org.probatum.log.tree.Hash;

/**
 * What a log asks of a witness (C2SP tlog-witness, {@code add-checkpoint}): to cosign a checkpoint, with the proof that it
 * extends the one that the witness saw last. The answer is signature lines, {@link NoteSignature#parse}.
 *
 * @param proof from the size that the witness saw last, 0 when it saw none, to that of the checkpoint
 * @param note the signed checkpoint
 */
public record WitnessRequest(ConsistencyProof proof, Note note) {
    /** As many as a proof between trees of 63-bit sizes can need. */
    private static final int MOST_HASHES = 63;

    private static final String OLD = "old ";

    public WitnessRequest {
        if (proof.from() < 0 || proof.path().size() > MOST_HASHES) {
            throw new IllegalArgumentException("no witness takes such a proof");
        }
        if (read(note).size() != proof.to()) {
            throw new IllegalArgumentException("the proof is not of this checkpoint");
        }
    }

    /** Reads the body of a request; whether it is to be granted is for the witness to say. */
    public static WitnessRequest parse(String body) throws Malformed {
        int blank = body.indexOf("\n\n");
        if (blank < 0) {
            throw new Malformed("a blank line must part the old size and the proof from the checkpoint");
        }
        List<String> lines = List.of(body.substring(0, blank).split("\n", -1));
        if (!lines.get(0).startsWith(OLD)) {
            throw new Malformed("the first line must be \"old\" and a size");
        }
        long old = Strict.decimal(lines.get(0).substring(OLD.length()), "the old size");
        if (lines.size() - 1 > MOST_HASHES) {
            throw new Malformed("a proof must not have more than " + MOST_HASHES + " hashes");
        }
        List<Hash> path = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            path.add(Strict.hash(line, "hash " + (path.size() + 1) + " of the proof"));
        }
        Note note = Note.parse(body.substring(blank + 2));
        return new WitnessRequest(
                new ConsistencyProof(old, Checkpoint.parse(note.text()).size(), path), note);
    }

    /** The size that a witness saw last, as it answers when another was taken for it (409, {@code text/x.tlog.size}). */
    public static long seen(String answer) throws Malformed {
        if (!answer.endsWith("\n")) {
            throw new Malformed("the size that a witness answers must end in a newline");
        }
        return Strict.decimal(answer.substring(0, answer.length() - 1), "the size that a witness answers");
    }

    /** The checkpoint that is to be cosigned. */
    public Checkpoint checkpoint() {
        return read(note);
    }

    /** The body of the request. */
    public String body() {
        StringBuilder body = new StringBuilder(OLD + proof.from() + "\n");
        proof.path().forEach(hash -> body.append(hash.base64()).append('\n'));
        return body + "\n" + note.format();
    }

    private static Checkpoint read(Note note) {
        try {
            return Checkpoint.parse(note.text());
        } catch (Malformed e) {
            throw new IllegalArgumentException("a witness is asked for checkpoints only", e);
        }
    }
}
