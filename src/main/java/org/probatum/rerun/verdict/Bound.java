package org.probatum.rerun.verdict;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Criterion;
import org.probatum.decision.material.MetricTolerance;
import org.probatum.evidence.comparison.Figure;

/**
 * How far a re-run value may lie from the recorded one, and because of what was sealed.
 *
 * @param kind whether runs are held one by one to the tolerance, or as a group to the margin
 * @param reach the same as a difference in the metric's own unit; a difference as large as that is within
 */
public record Bound(
        Kind kind,
        BigDecimal reach,
        @Nullable BigDecimal absolute,
        @Nullable BigDecimal relative) {
    /** Where a bound comes from. */
    public enum Kind {
        TOLERANCE,
        MARGIN
    }

    /**
     * The sealed tolerance around a recorded value; null when none is sealed. Where both an absolute and a relative one are,
     * the wider counts: a share of a value near zero is next to nothing, which is what the absolute one is for.
     */
    static @Nullable Bound tolerance(Criterion criterion, BigDecimal recorded) {
        MetricTolerance tolerance = criterion.tolerance();
        if (tolerance == null) {
            return null;
        }
        BigDecimal absolute = tolerance.absolute();
        BigDecimal relative = tolerance.relative();
        if (absolute == null && relative == null) {
            return null;
        }
        BigDecimal share = relative == null
                ? BigDecimal.ZERO
                : relative.abs().multiply(recorded.abs()).stripTrailingZeros();
        BigDecimal reach = absolute == null ? share : absolute.abs().max(share);
        return new Bound(Kind.TOLERANCE, reach, absolute, relative);
    }

    /** The sealed margin; null when none is sealed. */
    static @Nullable Bound margin(Criterion criterion) {
        BigDecimal margin = criterion.margin();
        return margin == null ? null : new Bound(Kind.MARGIN, margin.abs(), null, null);
    }

    /** The narrower of two: what lies within it lies within both. */
    Bound within(Bound other) {
        return other.reach.compareTo(reach) < 0 ? new Bound(kind, other.reach, absolute, relative) : this;
    }

    boolean holds(BigDecimal difference) {
        return difference.abs().compareTo(reach) <= 0;
    }

    /** "the sealed margin of 0.01", "the sealed tolerance of 0.002 (0.25 % of the recorded value)". */
    public String words() {
        String of = " of " + Figure.of(reach.doubleValue());
        if (kind == Kind.MARGIN) {
            return "the sealed margin" + of;
        }
        return "the sealed tolerance" + of
                + (relative == null
                        ? ""
                        : " (" + Figure.of(relative.movePointRight(2).doubleValue()) + " % of the recorded value"
                                + (absolute == null ? ")" : ", or " + Figure.of(absolute.doubleValue()) + ")"));
    }
}
