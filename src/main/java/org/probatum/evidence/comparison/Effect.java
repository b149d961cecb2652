package org.probatum.evidence.comparison;

import org.hipparchus.special.Gamma;

/**
 * How large a difference is beside the spread of the runs: Hedges' g, Cohen's d over the pooled standard deviation,
 * corrected for small samples by J(ν) = Γ(ν/2) / (√(ν/2) · Γ((ν−1)/2)) (Hedges, J. Educ. Stat. 6, 1981). Infinite where
 * nothing spreads and the means differ, zero where they do not.
 */
public record Effect(double g) {
    private static final double SMALL = 0.2;
    private static final double MEDIUM = 0.5;
    private static final double LARGE = 0.8;
    private static final double HUGE = 2;

    /** Of the first against the second; two values a side at least, as {@link Welch} asks. */
    public static Effect of(Sample first, Sample second) {
        double gap = first.mean() - second.mean();
        int freedom = first.n() + second.n() - 2;
        double pooled =
                Math.sqrt(((first.n() - 1) * first.variance() + (second.n() - 1) * second.variance()) / freedom);
        if (pooled == 0) {
            return new Effect(gap == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, gap));
        }
        return new Effect(gap / pooled * correction(freedom));
    }

    /** What small samples overstate is taken off. */
    static double correction(int freedom) {
        double half = freedom / 2.0;
        return Math.exp(Gamma.logGamma(half) - Gamma.logGamma(half - 0.5)) / Math.sqrt(half);
    }

    /** In words, by Cohen's marks (Statistical Power Analysis, 1988; "huge" from 2 on, Sawilowsky 2009). */
    public String words() {
        double size = Math.abs(g);
        if (Double.isInfinite(size)) {
            return "beyond measure: the runs of neither option differ among themselves";
        }
        String name = size < SMALL
                ? "negligible"
                : size < MEDIUM ? "small" : size < LARGE ? "medium" : size < HUGE ? "large" : "huge";
        return name + ": " + Figure.of(size) + " times the spread of the runs";
    }
}
