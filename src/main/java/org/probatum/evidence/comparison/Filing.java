package org.probatum.evidence.comparison;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Criterion;
import org.probatum.shared.Json;

/** A comparison as it is put on record: on which criterion, of which runs, with which differences named, and what came of it. */
public record Filing(
        Criterion criterion, List<Cited> runs, List<Named> named, List<Measured> measured, List<Gained> gained) {
    /** A run compared, by the digest of its manifest. */
    public record Cited(String option, String run, String digest) {}

    /** What an option's runs measured; spread and interval are absent for a single run. */
    public record Measured(
            String option,
            int runs,
            double mean,
            @Nullable Double deviation,
            @Nullable Double low,
            @Nullable Double high) {}

    /**
     * An option against the status quo: the gain in the better direction with its 95 % interval, t of "no more than the
     * margin" with its degrees of freedom and one-sided p, two-sided p of "no difference", and Hedges' g (absent where it is
     * infinite).
     */
    public record Gained(
            String option,
            double gain,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double t,
            @Nullable Double freedom,
            @Nullable Double p,
            @Nullable Double none,
            @Nullable Double g) {
        /** "gbm gains +0.03239 (95 % interval 0.02595 to 0.03884)". */
        public String words() {
            return option + " gains " + Figure.signed(gain)
                    + (low == null || high == null ? "" : " (95 % interval " + Figure.of(new Band(low, high)) + ")");
        }
    }

    /** A comparison as it stands, with the words its author says of the differences. */
    public static Filing of(Comparison comparison, List<Named> named) {
        return new Filing(
                comparison.criterion(),
                comparison.groups().stream()
                        .flatMap(group -> group.points().stream()
                                .map(point -> new Cited(group.option(), point.reference(), point.digest())))
                        .toList(),
                named,
                comparison.groups().stream()
                        .flatMap(group -> measured(group).stream())
                        .toList(),
                comparison.groups().stream()
                        .filter(group -> !group.statusQuo())
                        .flatMap(group -> comparison.contrast(group.option()).map(Filing::gained).stream())
                        .toList());
    }

    /** The same from the same runs, whoever computes it. */
    public String digest() {
        return Json.digest(this);
    }

    private static Optional<Measured> measured(Group group) {
        Sample sample = group.sample();
        if (sample == null) {
            return Optional.empty();
        }
        boolean spread = sample.hasSpread();
        Band band = spread ? sample.interval(Superiority.LEVEL) : null;
        return Optional.of(new Measured(
                group.option(),
                sample.n(),
                Figure.kept(sample.mean()),
                spread ? kept(sample.deviation()) : null,
                band == null ? null : kept(band.low()),
                band == null ? null : kept(band.high())));
    }

    private static Gained gained(Contrast contrast) {
        Welch gain = contrast.gain();
        Effect effect = contrast.effect();
        if (gain == null || effect == null) {
            return new Gained(
                    contrast.option(), Figure.kept(contrast.improvement()), null, null, null, null, null, null, null);
        }
        Band band = gain.interval(Superiority.LEVEL);
        return new Gained(
                contrast.option(),
                Figure.kept(contrast.improvement()),
                kept(band.low()),
                kept(band.high()),
                kept(gain.statistic(contrast.margin())),
                kept(gain.freedom()),
                kept(contrast.p()),
                kept(gain.none()),
                kept(effect.g()));
    }

    private static @Nullable Double kept(double value) {
        return Double.isFinite(value) ? Figure.kept(value) : null;
    }
}
