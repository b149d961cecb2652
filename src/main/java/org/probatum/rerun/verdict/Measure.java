package org.probatum.rerun.verdict;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One metric that decides, of one run: recorded beside re-run, and what is said of the two.
 *
 * @param recorded null where it cannot be reckoned with
 * @param rerun null where the rerun did not write it, or wrote what cannot be reckoned with
 * @param difference re-run less recorded
 * @param bound what the difference was held against; null where there was nothing to hold or nothing sealed
 * @param test the test of the whole group; null where too few runs with seeds of their own were run again
 * @param pairs every run of the group that was measured again, this one among them
 * @param words what was found, as a sentence
 * @param remedy what to do about it; empty when it is within
 */
public record Measure(
        String criterion,
        String metric,
        @Nullable String dataset,
        @Nullable String split,
        @Nullable BigDecimal recorded,
        @Nullable BigDecimal rerun,
        @Nullable BigDecimal difference,
        Standing standing,
        @Nullable Bound bound,
        @Nullable Tost test,
        List<Pair> pairs,
        String words,
        String remedy) {
    public Measure {
        pairs = List.copyOf(pairs);
    }

    /** Where a re-run value stands. */
    public enum Standing {
        /** Equivalent to what was recorded. */
        WITHIN,
        /** Not the same as what was recorded. */
        OUTSIDE,
        /** The rerun did not measure it. */
        MISSING,
        /** It cannot be told. */
        UNTOLD
    }

    /** A run of the group, recorded beside re-run. */
    public record Pair(String reference, BigDecimal recorded, BigDecimal rerun) {}

    /** Not a digit differs. */
    boolean equal() {
        return rerun != null && recorded != null && rerun.compareTo(recorded) == 0;
    }
}
