package org.probatum.evidence.web;

import java.util.ArrayList;
import java.util.List;
import org.probatum.evidence.comparison.Band;
import org.probatum.evidence.comparison.Comparison;
import org.probatum.evidence.comparison.Contrast;
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
    private static final int TICKS = 6;

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
        frame(svg, axis, groups.size(), metric);
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
                bar(svg, i, axis, sample.interval(Superiority.LEVEL), y);
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
        List<Contrast> contrasts = comparison.groups().stream()
                .filter(group -> !group.statusQuo())
                .flatMap(group -> comparison.contrast(group.option()).stream())
                .toList();
        List<Double> values = new ArrayList<>(List.of(0.0, comparison.margin()));
        contrasts.forEach(contrast -> {
            values.add(contrast.improvement());
            contrast.interval().ifPresent(band -> values.addAll(List.of(band.low(), band.high())));
        });
        if (contrasts.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
            return "";
        }
        Axis axis = Axis.over(values, LEFT, WIDTH - RIGHT);
        int height = TOP + ROW * contrasts.size() + BOTTOM;
        double floor = TOP + ROW * contrasts.size();
        Svg svg = new Svg(
                "gained",
                "plot",
                WIDTH,
                height,
                "What each option gains on the status quo in " + metric(),
                "The 95 % interval of each gain against the margin of " + Figure.of(comparison.margin())
                        + "; the table beside it has the same.");
        double zero = axis.at(0);
        double margin = axis.at(comparison.margin());
        svg.rect("short", zero, TOP, Math.max(0, margin - zero), floor - TOP);
        frame(svg, axis, contrasts.size(), "gain in " + metric() + ", better to the right");
        svg.line("zero", zero, TOP - 4, zero, floor).line("margin", margin, TOP - 4, margin, floor);
        svg.text("zero-name", "end", zero - 5, TOP - 10, "status quo");
        svg.text("margin-name", "start", margin + 5, TOP - 10, "margin " + Figure.of(comparison.margin()));
        for (int i = 0; i < contrasts.size(); i++) {
            Contrast contrast = contrasts.get(i);
            int series = series(contrast.option());
            double y = TOP + ROW * (i + 0.5);
            svg.text("name", "end", LEFT - 14, y + 4, Svg.label(name(contrast.option())));
            contrast.interval().ifPresent(band -> bar(svg, series, axis, band, y));
            svg.point(series, "run", axis.at(contrast.improvement()), y, 6, Figure.signed(contrast.improvement()));
        }
        return svg.done();
    }

    private void frame(Svg svg, Axis axis, int rows, String below) {
        double floor = TOP + (double) ROW * rows;
        for (double tick : axis.ticks(TICKS)) {
            svg.line("grid", axis.at(tick), TOP, axis.at(tick), floor);
            svg.text("", "middle", axis.at(tick), floor + 16, Figure.of(tick));
        }
        svg.text("", "end", WIDTH - RIGHT, floor + 36, below);
    }

    private static void bar(Svg svg, int series, Axis axis, Band band, double y) {
        String look = "interval " + Series.of(series);
        svg.line(look, axis.at(band.low()), y, axis.at(band.high()), y);
        svg.line(look, axis.at(band.low()), y - 6, axis.at(band.low()), y + 6);
        svg.line(look, axis.at(band.high()), y - 6, axis.at(band.high()), y + 6);
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
