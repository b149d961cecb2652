package org.probatum.rerun;

import java.util.Locale;

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

    /** As a sentence calls it. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public boolean passes() {
        return this == BITWISE || this == STATISTICAL;
    }
}
