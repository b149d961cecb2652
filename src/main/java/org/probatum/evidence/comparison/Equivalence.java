package org.probatum.evidence.comparison;

/**
 * Two one-sided tests (TOST; Schuirmann, J. Pharmacokinet. Biopharm. 15, 1987), each by Welch: two means are equivalent
 * within ± margin when both "the difference is at most −margin" and "it is at least +margin" are rejected. At α = 0.05 that is the same as the 90 %
 * interval of the difference lying within the margins.
 *
 * @param low p of the first hypothesis
 * @param high p of the second
 */
public record Equivalence(double low, double high) {
    /** @throws IllegalArgumentException when the margin is negative */
    public static Equivalence within(double margin, Welch difference) {
        if (!(margin >= 0)) {
            throw new IllegalArgumentException("a margin of equivalence is not negative: " + margin);
        }
        return new Equivalence(difference.notAbove(-margin), difference.notBelow(margin));
    }

    /** The larger p of the two: both have to be rejected. */
    public double p() {
        return Math.max(low, high);
    }

    /** Shown at a level α. */
    public boolean shown(double alpha) {
        return p() <= alpha;
    }
}
