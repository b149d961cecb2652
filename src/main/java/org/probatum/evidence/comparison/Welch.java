package org.probatum.evidence.comparison;

/**
 * Welch's test of the difference between two means whose variances may differ (Welch, The generalization of "Student's"
 * problem when several different population variances are involved, Biometrika 34, 1947), with the degrees of freedom of
 * Welch and Satterthwaite: ν = (v₁ + v₂)² / (v₁²/(n₁−1) + v₂²/(n₂−1)), where v is a sample's variance over its size.
 *
 * <p>Where neither sample spreads at all the difference is what it is: the interval is a point, and a hypothesis is either
 * true of it (p = 1) or not (p = 0).
 *
 * @param difference mean of the first less mean of the second
 * @param standardError of the difference
 */
public record Welch(double difference, double standardError, double freedom) {
    /** @throws IllegalArgumentException when one of them has a single value: nothing is known of its spread */
    public static Welch of(Sample first, Sample second) {
        if (!first.hasSpread() || !second.hasSpread()) {
            throw new IllegalArgumentException("Welch's test takes two values a side at least");
        }
        double sum = first.ofMean() + second.ofMean();
        double share = sum == 0 ? 0.5 : first.ofMean() / sum;
        double freedom = 1 / (share * share / (first.n() - 1) + (1 - share) * (1 - share) / (second.n() - 1));
        return new Welch(first.mean() - second.mean(), Math.sqrt(sum), freedom);
    }

    /** Nothing in it is beyond what numbers can hold. */
    public boolean isFinite() {
        return Double.isFinite(difference) && Double.isFinite(standardError) && Double.isFinite(freedom);
    }

    /** The same seen from the other side. */
    public Welch reversed() {
        return new Welch(-difference, standardError, freedom);
    }

    /** How many standard errors the difference lies above a value. */
    public double statistic(double value) {
        return (difference - value) / standardError;
    }

    /** One-sided p of the hypothesis that the true difference is at most a value: small when it is above. */
    public double notAbove(double value) {
        if (standardError == 0) {
            return difference >= value ? 0 : 1;
        }
        return Student.above(statistic(value), freedom);
    }

    /** One-sided p of the hypothesis that the true difference is at least a value: small when it is below. */
    public double notBelow(double value) {
        return reversed().notAbove(-value);
    }

    /** Two-sided p of the hypothesis that there is no difference. */
    public double none() {
        if (standardError == 0) {
            return difference == 0 ? 1 : 0;
        }
        return Math.min(1, 2 * Student.above(Math.abs(statistic(0)), freedom));
    }

    /** The interval of the difference. */
    public Band interval(double level) {
        double half = standardError == 0 ? 0 : Student.within(level, freedom) * standardError;
        return new Band(difference - half, difference + half);
    }
}
