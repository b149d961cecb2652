package org.probatum.evidence.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probatum.evidence.comparison.Band;
import org.probatum.evidence.comparison.Comparison;
import org.probatum.evidence.comparison.Contrast;
import org.probatum.evidence.comparison.Figure;

/** What an option gains on the status quo as a picture that fits a line: the 95 % interval between zero and the margin. */
public final class IntervalStrip {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 22;
    private static final int EDGE = 4;

    private final Comparison comparison;
    private final Axis axis;
    private final String id;

    private IntervalStrip(String id, Comparison comparison, Axis axis) {
        this.id = id;
        this.comparison = comparison;
        this.axis = axis;
    }

    /**
     * The strips of one comparison, on one scale.
     *
     * @param id unique on the page
     */
    public static IntervalStrip of(String id, Comparison comparison) {
        List<Double> values = new ArrayList<>(List.of(0.0, comparison.margin()));
        comparison.groups().stream()
                .filter(group -> !group.statusQuo())
                .flatMap(group -> comparison.contrast(group.option()).stream())
                .forEach(contrast -> {
                    values.add(contrast.improvement());
                    contrast.interval().ifPresent(band -> values.addAll(List.of(band.low(), band.high())));
                });
        return new IntervalStrip(
                id,
                comparison,
                Axis.over(values.stream().filter(Double::isFinite).toList(), EDGE, WIDTH - EDGE));
    }

    /** An option's strip; empty for the status quo, and for what is not measured. */
    public String svg(String option) {
        Optional<Contrast> found = comparison
                .contrast(option)
                .filter(contrast -> comparison
                        .group(option)
                        .filter(group -> !group.statusQuo())
                        .isPresent())
                .filter(contrast -> Double.isFinite(contrast.improvement()));
        return found.map(contrast -> drawn(option, contrast)).orElse("");
    }

    private String drawn(String option, Contrast contrast) {
        int series = comparison.groups().stream()
                .map(group -> group.option())
                .toList()
                .indexOf(option);
        String interval = contrast.interval()
                .map(band -> ", 95 % interval " + Figure.of(band))
                .orElse(", one run a side: no interval");
        Svg svg = new Svg(
                "strip-" + id + "-" + option,
                "strip",
                WIDTH,
                HEIGHT,
                "Gain " + Figure.signed(contrast.improvement()) + interval,
                "Against a margin of " + Figure.of(comparison.margin()));
        double middle = HEIGHT / 2.0;
        double zero = axis.at(0);
        double margin = axis.at(comparison.margin());
        svg.rect("short", zero, 1, Math.max(0, margin - zero), HEIGHT - 2);
        svg.line("zero", zero, 1, zero, HEIGHT - 1).line("margin", margin, 1, margin, HEIGHT - 1);
        contrast.interval()
                .filter(band -> Double.isFinite(band.low()) && Double.isFinite(band.high()))
                .ifPresent(band -> bar(svg, series, band, middle));
        svg.point(series, "run", axis.at(contrast.improvement()), middle, 4, Figure.signed(contrast.improvement()));
        return svg.done();
    }

    private void bar(Svg svg, int series, Band band, double y) {
        svg.line("interval " + Series.of(series), axis.at(band.low()), y, axis.at(band.high()), y);
    }
}
