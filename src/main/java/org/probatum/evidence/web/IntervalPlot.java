package org.probatum.evidence.web;

import java.util.ArrayList;
import java.util.List;
import org.probatum.evidence.comparison.Band;
import org.probatum.evidence.comparison.Comparison;
import org.probatum.evidence.comparison.Figure;
import org.probatum.evidence.comparison.Group;
import org.probatum.evidence.comparison.Point;
import org.probatum.evidence.comparison.Sample;
import org.probatum.evidence.comparison.Superiority;

/**
 * Draws a comparison twice: what each option measured, every run a mark with the mean and its 95 % interval; and what each
 * gains on the status quo, held against the margin.
 */
public final class IntervalPlot {
    private static final int WIDTH = 860;
    private static final int LEFT = 200;
    private static final int RIGHT = 24;
    private static final int TOP = 30;
    private static final int ROW = 44;
    private static final int BOTTOM = 46;

    private final Comparison comparison;

    private IntervalPlot(Comparison comparison) {
        this.comparison = comparison;
    }

    /** What each option measured; empty when nothing was. */
    public static String measured(Comparison comparison) {
        return new IntervalPlot(comparison).measured();
    }

    /** What each option gains on the status quo; empty when nothing can be told. */
    public static String gained(Comparison comparison) {
        return new IntervalPlot(comparison).gained();
    }

    private String measured() {
        List<Group> groups = comparison.groups();
        List<Double> values = new ArrayList<>();
        for (Group group : groups) {
            Sample sample = group.sample();
            if (sample != null) {
                group.points().forEach(point -> values.add(point.value()));
                reach(sample).forEach(values::add);
            }
        }
        if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
            return "";
        }
        Axis axis = Axis.over(values, LEFT, WIDTH - RIGHT);
        int height = TOP + ROW * groups.size() + BOTTOM;
        String metric = metric();
        Svg svg = new Svg(
                "measured",
                "plot",
                WIDTH,
                height,
                metric + " of each option",
                "A mark for every run, a bar for the 95 % interval of the mean; the table beside it has the same.");
        GainPlot.frame(svg, axis, groups.size(), metric);
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            double y = TOP + ROW * (i + 0.5);
            svg.text("name", "end", LEFT - 14, y + 4, Svg.label(group.name()));
            Sample sample = group.sample();
            if (sample == null) {
                svg.text("", "start", LEFT + 8, y + 4, "not measured");
                continue;
            }
            if (sample.hasSpread()) {
                GainPlot.bar(svg, i, axis, sample.interval(Superiority.LEVEL), y);
            }
            for (Point point : group.points()) {
                svg.point(
                        i, "run", axis.at(point.value()), y, 4.5, point.reference() + ": " + Figure.of(point.value()));
            }
            svg.line("mean " + Series.of(i), axis.at(sample.mean()), y - 13, axis.at(sample.mean()), y + 13);
        }
        return svg.done();
    }

    private String gained() {
        List<GainPlot.Gain> gains = comparison.groups().stream()
                .filter(group -> !group.statusQuo())
                .flatMap(group -> comparison.contrast(group.option()).stream())
                .map(contrast -> new GainPlot.Gain(
                        name(contrast.option()),
                        series(contrast.option()),
                        contrast.improvement(),
                        contrast.interval().orElse(null)))
                .toList();
        return GainPlot.of("gained", metric(), comparison.margin(), gains);
    }

    private static List<Double> reach(Sample sample) {
        if (!sample.hasSpread()) {
            return List.of(sample.mean());
        }
        Band band = sample.interval(Superiority.LEVEL);
        return List.of(band.low(), band.high());
    }

    private int series(String option) {
        return comparison.groups().stream().map(Group::option).toList().indexOf(option);
    }

    private String name(String option) {
        return comparison.group(option).map(Group::name).orElse(option);
    }

    private String metric() {
        return comparison.criterion().metric() == null
                ? "the metric"
                : comparison.criterion().metric();
    }
}
