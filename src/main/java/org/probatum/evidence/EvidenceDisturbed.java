package org.probatum.evidence;

import org.jspecify.annotations.Nullable;

/**
 * What a run rests on is no longer what it was when it was attached. Fired in the transaction that finds it; whoever
 * depends on the run listens.
 *
 * @param run the run's id here
 * @param what in a sentence, with what was expected and what was found
 * @param recall the recall it was found by, which keeps it for itself; null for anything else
 */
public record EvidenceDisturbed(
        long run,
        long decision,
        Kind kind,
        String what,
        @Nullable Long recall) {
    /** Found by something else than a recall. */
    public EvidenceDisturbed(long run, long decision, Kind kind, String what) {
        this(run, decision, kind, what, null);
    }

    /** How it was disturbed. */
    public enum Kind {
        /** Its tracker says something else than the snapshot. */
        CHANGED,
        /** Its tracker no longer has it. */
        VANISHED,
        /** A dataset, commit, run or artifact it rests on was recalled. */
        RECALLED
    }
}
