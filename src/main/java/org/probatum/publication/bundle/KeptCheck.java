package org.probatum.publication.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.log.note.Checkpoint;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.Note;
import org.probatum.log.note.NoteKey;
import org.probatum.log.note.NoteVerifier;
import org.probatum.log.note.Opening;
import org.probatum.log.tree.ConsistencyProof;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.ProofOutcome;

/** That a log begins as it did at a checkpoint which its reader kept: that nothing was rewritten since. */
public final class KeptCheck {
    /** What its line is about. */
    public static final String WHAT = "kept checkpoint";

    private final List<NoteKey> keys;
    private final String kept;

    public KeptCheck(List<NoteKey> keys, String kept) {
        this.keys = keys;
        this.kept = kept;
    }

    Line line(Checkpoint now, Bundle.@Nullable Since since) {
        List<Line> faults = new ArrayList<>();
        return earlier(now, faults).map(then -> line(then, now, since)).orElseGet(() -> faults.get(0));
    }

    /**
     * The checkpoint that was kept, where a log that is at this one now can be held against it: signed, of this log, and no later.
     *
     * @param faults where why it cannot is added
     */
    public Optional<Checkpoint> earlier(Checkpoint now, List<Line> faults) {
        try {
            if (!(new NoteVerifier(keys).open(Note.parse(kept)) instanceof Opening.Opened opened)) {
                faults.add(Line.fails(WHAT, "it is not signed by a key that you trust"));
                return Optional.empty();
            }
            Checkpoint then = Checkpoint.parse(opened.text());
            if (!then.origin().equals(now.origin())) {
                faults.add(Line.fails(WHAT, "it is of another log, " + then.origin()));
            } else if (then.size() > now.size()) {
                faults.add(Line.fails(
                        WHAT, "it is later, of " + then.size() + " leaves; fetch anew what you hold against it"));
            }
            return faults.isEmpty() ? Optional.of(then) : Optional.empty();
        } catch (Malformed fault) {
            faults.add(Line.fails(WHAT, String.valueOf(fault.getMessage())));
            return Optional.empty();
        }
    }

    private static Line line(Checkpoint then, Checkpoint now, Bundle.@Nullable Since since) {
        if (then.size() == now.size()) {
            return then.root().equals(now.root())
                    ? Line.holds(WHAT, "it is the bundle's own")
                    : Line.fails(WHAT, "two logs of " + then.size() + " leaves were signed: this is a rewritten log");
        }
        if (since == null || since.size() != then.size()) {
            return Line.fails(WHAT, "the bundle has no proof from " + then.size() + " leaves; fetch it with --since");
        }
        Optional<List<Hash>> path = since.proof() == null ? Optional.empty() : ProofPath.parse(since.proof());
        if (path.isEmpty()) {
            return Line.fails(WHAT, "the proof from " + then.size() + " leaves has what is no hash");
        }
        ProofOutcome outcome = new ConsistencyProof(then.size(), now.size(), path.get()).check(then.root(), now.root());
        return outcome instanceof ProofOutcome.Fails fails
                ? Line.fails(WHAT, "the log was rewritten since: " + fails.why())
                : Line.holds(WHAT, "the first " + then.size() + " leaves are the same");
    }
}
