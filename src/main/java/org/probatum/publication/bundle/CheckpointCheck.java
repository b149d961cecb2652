package org.probatum.publication.bundle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probatum.log.note.Checkpoint;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.Note;
import org.probatum.log.note.NoteKey;
import org.probatum.log.note.NoteVerifier;
import org.probatum.log.note.Opening;

/** That a checkpoint is signed by who is trusted, and cosigned by every witness who has to be. */
public final class CheckpointCheck {
    private static final String WHAT = "checkpoint";

    private final List<NoteKey> keys;
    private final List<NoteKey> witnesses;

    /**
     * @param keys of the log, of which one at least must have signed
     * @param witnesses who must have cosigned, all of them
     */
    public CheckpointCheck(List<NoteKey> keys, List<NoteKey> witnesses) {
        this.keys = List.copyOf(keys);
        this.witnesses = List.copyOf(witnesses);
    }

    /**
     * Opens a checkpoint; empty where it is signed by nobody who is trusted, so that nothing further could be believed.
     *
     * @param lines what was seen is added to them
     */
    public Optional<Checkpoint> opened(String text, List<Line> lines) {
        try {
            Note note = Note.parse(text);
            if (!(new NoteVerifier(keys).open(note) instanceof Opening.Opened opened)) {
                lines.add(Line.fails(WHAT, "it is not signed by a key that you trust"));
                return Optional.empty();
            }
            Checkpoint checkpoint = Checkpoint.parse(opened.text());
            NoteKey by = opened.by().get(0).key();
            lines.add(Line.holds(
                    WHAT,
                    checkpoint.size() + " leaves of " + checkpoint.origin() + ", signed by " + by.name() + "+" + by.id()
                            + others(note)));
            witnesses.forEach(witness -> lines.add(witnessed(note, witness)));
            return Optional.of(checkpoint);
        } catch (Malformed fault) {
            lines.add(Line.fails(WHAT, String.valueOf(fault.getMessage())));
            return Optional.empty();
        }
    }

    private String others(Note note) {
        long others = note.signatures().stream()
                .filter(one -> Stream.concat(keys.stream(), witnesses.stream()).noneMatch(key -> key.isNamedBy(one)))
                .count();
        return others == 0 ? "" : "; signatures by keys that you did not name, not looked at: " + others;
    }

    private static Line witnessed(Note note, NoteKey witness) {
        String what = "witness " + witness.name();
        return new NoteVerifier(List.of(witness)).open(note) instanceof Opening.Opened opened
                ? Line.holds(what, "cosigned at " + opened.by().get(0).at())
                : Line.fails(what, "it did not cosign this checkpoint");
    }
}
