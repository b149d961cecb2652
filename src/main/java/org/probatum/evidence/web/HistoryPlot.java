package org.probatum.evidence.web;

import java.util.List;
import java.util.stream.Stream;
import org.probatum.evidence.history.Envelope;

/** Draws the histories of a metric over each other: a line a run, its option told by colour and dash, broken where a value was none. */
final class HistoryPlot {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 330;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int TOP = 44;
    private static final int BOTTOM = 44;
    private static final int LEGEND = 190;

    private HistoryPlot() {}

    /** A run's line, with the option it belongs to. */
    record Line(String run, int series, List<Envelope.Point> points) {}

    /**
     * The picture; empty when no line has a value.
     *
     * @param options the options' names, by series
     */
    static String svg(String metric, List<String> options, List<Line> lines) {
        List<Envelope.Point> all = lines.stream()
                .flatMap(line -> line.points().stream())
                .filter(point -> !point.isBreak())
                .toList();
        if (all.isEmpty()) {
            return "";
        }
        Axis across = Axis.over(all.stream().map(point -> (double) point.step()).toList(), LEFT, WIDTH - RIGHT);
        Axis up = Axis.over(all.stream().map(Envelope.Point::value).toList(), HEIGHT - BOTTOM, TOP);
        Svg svg = new Svg(
                "history",
                "plot",
                WIDTH,
                HEIGHT,
                metric + " of every run over its steps",
                lines.size() + " runs; the table beside it has where each began, ended and was best.");
        for (double tick : up.ticks(5)) {
            svg.line("grid", LEFT, up.at(tick), WIDTH - RIGHT, up.at(tick));
            svg.text("", "end", LEFT - 8, up.at(tick) + 4, org.probatum.evidence.comparison.Figure.of(tick));
        }
        for (double tick : across.ticks(6)) {
            if (tick >= 0 && tick == Math.rint(tick)) {
                svg.text("", "middle", across.at(tick), HEIGHT - BOTTOM + 18, String.valueOf((long) tick));
            }
        }
        svg.text("", "end", WIDTH - RIGHT, HEIGHT - 8, "step");
        lines.forEach(line -> svg.path("history " + Series.of(line.series()), way(line.points(), across, up)));
        List<Integer> shown =
                lines.stream().map(Line::series).distinct().sorted().toList();
        for (int i = 0; i < shown.size(); i++) {
            double x = LEFT + (double) LEGEND * i;
            svg.line("history " + Series.of(shown.get(i)), x, 16, x + 34, 16);
            svg.text("name", "start", x + 40, 20, Svg.label(options.get(shown.get(i))));
        }
        return svg.done();
    }

    private static String way(List<Envelope.Point> points, Axis across, Axis up) {
        StringBuilder way = new StringBuilder();
        boolean down = false;
        for (Envelope.Point point : points) {
            if (point.isBreak()) {
                down = false;
                continue;
            }
            Stream.of(down ? "L" : "M", across.at(point.step()), " ", up.at(point.value()))
                    .forEach(way::append);
            if (!down) {
                way.append("h0.1");
            }
            down = true;
        }
        return way.toString();
    }
}
