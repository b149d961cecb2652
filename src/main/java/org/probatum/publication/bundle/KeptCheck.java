package org.probatum.publication.bundle;

import java.util.ArrayList;
import java.util.List;
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

/** That the log of a bundle begins as it did at a checkpoint which its reader kept: that nothing was rewritten since. */
final class KeptCheck {
    private static final String WHAT = "kept checkpoint";

    private final List<NoteKey> keys;
    private final String kept;

    KeptCheck(List<NoteKey> keys, String kept) {
        this.keys = keys;
        this.kept = kept;
    }

    Line line(Checkpoint now, Bundle.@Nullable Since since) {
        try {
            if (!(new NoteVerifier(keys).open(Note.parse(kept)) instanceof Opening.Opened opened)) {
                return Line.fails(WHAT, "it is not signed by a key that you trust");
            }
            return line(Checkpoint.parse(opened.text()), now, since);
        } catch (Malformed fault) {
            return Line.fails(WHAT, String.valueOf(fault.getMessage()));
        }
    }

    private static Line line(Checkpoint then, Checkpoint now, Bundle.@Nullable Since since) {
        if (!then.origin().equals(now.origin())) {
            return Line.fails(WHAT, "it is of another log, " + then.origin());
        }
        if (then.size() == now.size()) {
            return then.root().equals(now.root())
                    ? Line.holds(WHAT, "it is the bundle's own")
                    : Line.fails(WHAT, "two logs of " + then.size() + " leaves were signed: this is a rewritten log");
        }
        if (then.size() > now.size()) {
            return Line.fails(WHAT, "it is later than the bundle; fetch the bundle anew");
        }
        if (since == null || since.size() != then.size()) {
            return Line.fails(WHAT, "the bundle has no proof from " + then.size() + " leaves; fetch it with --since");
        }
        List<Hash> path = new ArrayList<>();
        since.proof().forEach(hash -> Hash.ofBase64(hash).ifPresent(path::add));
        ProofOutcome outcome = new ConsistencyProof(then.size(), now.size(), path).check(then.root(), now.root());
        return outcome instanceof ProofOutcome.Fails fails
                ? Line.fails(WHAT, "the log was rewritten since: " + fails.why())
                : Line.holds(WHAT, "the first " + then.size() + " leaves are the same");
    }
}
