package org.probatum.evidence.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.comparison.Band;
import org.probatum.evidence.comparison.Figure;

/** Draws what options gain on the status quo, each with its 95 % interval, held against the margin. */
public final class GainPlot {
    private static final int WIDTH = 860;
    private static final int LEFT = 200;
    private static final int RIGHT = 24;
    private static final int TOP = 30;
    private static final int ROW = 44;
    private static final int BOTTOM = 46;
    private static final int TICKS = 6;

    private GainPlot() {}

    /**
     * What one option gains, in the metric's own unit and the better direction.
     *
     * @param series its place among the options
     * @param interval null where there is one run a side
     */
    public record Gain(
            String name, int series, double value, @Nullable Band interval) {}

    /**
     * Empty when nothing can be drawn.
     *
     * @param id tells the picture from others on the page
     */
    public static String of(String id, String metric, double margin, List<Gain> gains) {
        List<Double> values = new ArrayList<>(List.of(0.0, margin));
        gains.forEach(gain -> {
            values.add(gain.value());
            if (gain.interval() != null) {
                values.addAll(List.of(gain.interval().low(), gain.interval().high()));
            }
        });
        if (gains.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
            return "";
        }
        Axis axis = Axis.over(values, LEFT, WIDTH - RIGHT);
        double floor = TOP + (double) ROW * gains.size();
        Svg svg = new Svg(
                id,
                "plot",
                WIDTH,
                TOP + ROW * gains.size() + BOTTOM,
                "What each option gains on the status quo in " + metric,
                "The 95 % interval of each gain against the margin of " + Figure.of(margin)
                        + "; the table beside it has the same.");
        double zero = axis.at(0);
        double least = axis.at(margin);
        svg.rect("short", zero, TOP, Math.max(0, least - zero), floor - TOP);
        frame(svg, axis, gains.size(), "gain in " + metric + ", better to the right");
        svg.line("zero", zero, TOP - 4, zero, floor).line("margin", least, TOP - 4, least, floor);
        svg.text("zero-name", "end", zero - 5, TOP - 10, "status quo");
        svg.text("margin-name", "start", least + 5, TOP - 10, "margin " + Figure.of(margin));
        for (int i = 0; i < gains.size(); i++) {
            Gain gain = gains.get(i);
            double y = TOP + ROW * (i + 0.5);
            svg.text("name", "end", LEFT - 14, y + 4, Svg.label(gain.name()));
            if (gain.interval() != null) {
                bar(svg, gain.series(), axis, gain.interval(), y);
            }
            svg.point(gain.series(), "run", axis.at(gain.value()), y, 6, Figure.signed(gain.value()));
        }
        return svg.done();
    }

    /** The grid under rows of options, and what it measures. */
    static void frame(Svg svg, Axis axis, int rows, String below) {
        double floor = TOP + (double) ROW * rows;
        for (double tick : axis.ticks(TICKS)) {
            svg.line("grid", axis.at(tick), TOP, axis.at(tick), floor);
            svg.text("", "middle", axis.at(tick), floor + 16, Figure.of(tick));
        }
        svg.text("", "end", WIDTH - RIGHT, floor + 36, below);
    }

    /** An interval with its ends. */
    static void bar(Svg svg, int series, Axis axis, Band band, double y) {
        String look = "interval " + Series.of(series);
        svg.line(look, axis.at(band.low()), y, axis.at(band.high()), y);
        svg.line(look, axis.at(band.low()), y - 6, axis.at(band.low()), y + 6);
        svg.line(look, axis.at(band.high()), y - 6, axis.at(band.high()), y + 6);
    }
}
