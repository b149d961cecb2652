package org.probatum.rerun;

/** What is said of a run that was run again. Only the first two are a pass. */
public enum Verdict {
    /** Artifacts and metrics are equal, bit for bit. */
    BITWISE,
    /** Each decisive metric is equivalent within what was sealed. */
    STATISTICAL,
    /** A decisive metric lies outside, or the recorded inputs no longer exist or are not what they were. */
    NOT_REPRODUCED,
    /** The executor failed, it took too long, or too few seeds ran to tell. */
    INCONCLUSIVE;

    public boolean passes() {
        return this == BITWISE || this == STATISTICAL;
    }
}
