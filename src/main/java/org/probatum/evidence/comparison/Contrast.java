package org.probatum.evidence.comparison;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An option against the status quo on one criterion: what is gained, counted in the direction in which the metric is better,
 * so that a positive gain is an improvement whichever way that is.
 *
 * @param improvement the gain of the means
 * @param gain the difference of the means and its Welch test; null while either has fewer than two runs
 * @param effect Hedges' g of the same; null with it
 */
public record Contrast(
        String option,
        Sample sample,
        Sample statusQuo,
        double margin,
        double improvement,
        @Nullable Welch gain,
        @Nullable Effect effect) {

    static Contrast of(String option, Sample sample, Sample statusQuo, boolean lower, double margin) {
        boolean tested = sample.hasSpread() && statusQuo.hasSpread();
        Sample better = lower ? statusQuo : sample;
        Sample worse = lower ? sample : statusQuo;
        return new Contrast(
                option,
                sample,
                statusQuo,
                margin,
                better.mean() - worse.mean(),
                tested ? Welch.of(better, worse) : null,
                tested ? Effect.of(better, worse) : null);
    }

    /** One-sided p of "the gain is at most the margin"; 1 while it cannot be tested. */
    public double p() {
        return gain == null ? 1 : gain.notAbove(margin);
    }

    /** Nothing in it is beyond what numbers can hold. */
    boolean isFinite() {
        return Double.isFinite(improvement) && (gain == null || gain.isFinite());
    }

    /** The 95 % interval of the gain; empty while it cannot be tested. */
    public Optional<Band> interval() {
        return Optional.ofNullable(gain).map(tested -> tested.interval(Superiority.LEVEL));
    }

    /** The difference as it was measured, whichever way is better. */
    public double difference() {
        return sample.mean() - statusQuo.mean();
    }
}
