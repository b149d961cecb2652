package org.probatum.rerun.verdict;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.comparison.Band;
import org.probatum.evidence.comparison.Equivalence;
import org.probatum.evidence.comparison.Sample;
import org.probatum.evidence.comparison.Welch;

/**
 * Two one-sided tests of whether what was re-run has the mean of what was recorded, within ± margin: every number of it, so
 * that anybody can reckon it again. The difference is re-run less recorded.
 *
 * @param freedom degrees of freedom by Welch and Satterthwaite
 * @param lowT of "the difference is −margin or less"; null where nothing spreads, as is {@code highT}
 * @param highT of "the difference is margin or more"
 * @param low the 90 % interval of the difference begins
 * @param high and ends: within ± margin exactly when the test shows equivalence
 * @param shown both hypotheses are rejected at {@code alpha}
 * @param needs how many runs a side would show it, if difference and spread stay as they are; null when it is shown, or when
 *     none would
 */
public record Tost(
        double margin,
        double alpha,
        Side recorded,
        Side rerun,
        double difference,
        double standardError,
        double freedom,
        @Nullable Double lowT,
        @Nullable Double highT,
        double lowP,
        double highP,
        double low,
        double high,
        boolean shown,
        @Nullable Integer needs) {
    static final double ALPHA = 0.05;
    private static final int FAR = 10_000;

    /** One side: how many runs, their mean and their standard deviation. */
    public record Side(int n, double mean, double deviation) {
        static Side of(Sample sample) {
            return new Side(sample.n(), sample.mean(), sample.deviation());
        }
    }

    /**
     * The test of some values; null when they spread beyond what can be reckoned with.
     *
     * @throws IllegalArgumentException when a side has fewer than two values, or one that is no finite number
     */
    static @Nullable Tost of(List<Double> recorded, List<Double> rerun, double margin) {
        Sample before = Sample.of(recorded);
        Sample after = Sample.of(rerun);
        Welch difference = Welch.of(after, before);
        if (difference.standardError() == 0) {
            difference = new Welch(exact(after.mean(), before.mean()), 0, difference.freedom());
        }
        return difference.isFinite() ? of(before, after, difference, margin) : null;
    }

    /** As decimals have it: 0.81 less 0.80 is 0.01, and as much as a margin of 0.01. */
    private static double exact(double after, double before) {
        return BigDecimal.valueOf(after).subtract(BigDecimal.valueOf(before)).doubleValue();
    }

    private static Tost of(Sample before, Sample after, Welch difference, double margin) {
        Equivalence tested = Equivalence.within(margin, difference);
        Band interval = difference.interval(1 - 2 * ALPHA);
        boolean spreads = difference.standardError() > 0;
        boolean shown = tested.shown(ALPHA);
        return new Tost(
                margin,
                ALPHA,
                Side.of(before),
                Side.of(after),
                difference.difference(),
                difference.standardError(),
                difference.freedom(),
                spreads ? difference.statistic(-margin) : null,
                spreads ? difference.statistic(margin) : null,
                tested.low(),
                tested.high(),
                interval.low(),
                interval.high(),
                shown,
                shown ? null : needed(before, after, margin));
    }

    /** The larger p of the two: both have to be rejected. */
    public double p() {
        return Math.max(lowP, highP);
    }

    /** The means themselves lie farther apart than the margin: more runs would hardly bring them together. */
    boolean outside() {
        return Math.abs(difference) > margin;
    }

    private static @Nullable Integer needed(Sample before, Sample after, double margin) {
        int few = Math.min(before.n(), after.n());
        int many = FAR;
        if (!shows(many, before, after, margin)) {
            return null;
        }
        while (few + 1 < many) {
            int between = (few + many) / 2;
            if (shows(between, before, after, margin)) {
                many = between;
            } else {
                few = between;
            }
        }
        return many;
    }

    private static boolean shows(int n, Sample before, Sample after, double margin) {
        Welch difference = Welch.of(
                new Sample(n, after.mean(), after.variance()), new Sample(n, before.mean(), before.variance()));
        return Equivalence.within(margin, difference).shown(ALPHA);
    }
}
