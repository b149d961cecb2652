package org.probatum.rerun.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.comparison.Band;
import org.probatum.evidence.comparison.Figure;
import org.probatum.evidence.web.Axis;
import org.probatum.evidence.web.Series;
import org.probatum.evidence.web.Svg;
import org.probatum.rerun.verdict.Bound;
import org.probatum.rerun.verdict.Measure;
import org.probatum.rerun.verdict.Tost;

/**
 * Draws a decisive metric twice: every run's value, recorded beside re-run, with how far it may lie; and where the group was
 * tested, the interval of the difference in the margins of equivalence.
 */
public final class JudgementPlot {
    private static final int WIDTH = 860;
    private static final int LEFT = 200;
    private static final int RIGHT = 24;
    private static final int TOP = 34;
    private static final int ROW = 36;
    private static final int BOTTOM = 46;
    private static final int TICKS = 6;
    private static final int MOST = 40;
    private static final int RECORDED = 0;
    private static final int RERUN = 1;

    private JudgementPlot() {}

    /**
     * The values; empty when nothing was measured again.
     *
     * @param id tells the picture from others on the page
     * @param reference of the run judged, whose row is set off
     */
    public static String values(String id, String reference, Measure measure) {
        List<Measure.Pair> pairs = shown(measure, reference);
        if (pairs.isEmpty()) {
            return "";
        }
        Band band = band(measure);
        List<Double> values = new ArrayList<>();
        pairs.forEach(pair -> values.addAll(
                List.of(pair.recorded().doubleValue(), pair.rerun().doubleValue())));
        if (band != null) {
            values.addAll(List.of(band.low(), band.high()));
        }
        Axis axis = Axis.over(values, LEFT, WIDTH - RIGHT);
        Svg svg = new Svg(
                id + "-values",
                "plot",
                WIDTH,
                TOP + ROW * pairs.size() + BOTTOM,
                measure.metric() + " of each run, recorded and re-run",
                "A circle for the recorded value, a square for the re-run one; the table beside it has the same.");
        double floor = TOP + (double) ROW * pairs.size();
        if (band != null) {
            boolean all = measure.bound() != null && measure.bound().kind() == Bound.Kind.MARGIN;
            int own = pairs.stream().map(Measure.Pair::reference).toList().indexOf(reference);
            double top = all ? TOP : TOP + (double) ROW * own + 3;
            svg.rect(
                    "same",
                    axis.at(band.low()),
                    top,
                    axis.at(band.high()) - axis.at(band.low()),
                    all ? floor - TOP : ROW - 6);
        }
        frame(svg, axis, floor, measure.metric());
        legend(svg);
        for (int i = 0; i < pairs.size(); i++) {
            Measure.Pair pair = pairs.get(i);
            double y = TOP + ROW * (i + 0.5);
            svg.text(
                    pair.reference().equals(reference) ? "name" : "",
                    "end",
                    LEFT - 14,
                    y + 4,
                    Svg.label(pair.reference()));
            double before = axis.at(pair.recorded().doubleValue());
            double after = axis.at(pair.rerun().doubleValue());
            svg.line("grid", before, y, after, y);
            svg.point(RECORDED, "run", before, y - 5, 4.5, "recorded " + figure(pair.recorded()));
            svg.point(RERUN, "run", after, y + 5, 4, "re-run " + figure(pair.rerun()));
        }
        return svg.done();
    }

    /** The interval of the difference; empty when the group was not tested. */
    public static String difference(String id, Measure measure) {
        Tost test = measure.test();
        if (test == null) {
            return "";
        }
        double margin = test.margin();
        Axis axis =
                Axis.over(List.of(-margin, margin, test.low(), test.high(), test.difference()), LEFT, WIDTH - RIGHT);
        double floor = TOP + (double) ROW;
        double y = TOP + ROW / 2.0;
        Svg svg = new Svg(
                id + "-difference",
                "plot",
                WIDTH,
                TOP + ROW + BOTTOM,
                "Difference of the means of " + measure.metric() + ", re-run less recorded",
                "The 90 % interval " + Figure.of(new Band(test.low(), test.high())) + " in margins of ± "
                        + Figure.of(margin) + ".");
        svg.rect("same", axis.at(-margin), TOP, axis.at(margin) - axis.at(-margin), floor - TOP);
        frame(svg, axis, floor, "difference in " + measure.metric());
        svg.line("zero", axis.at(0), TOP - 4, axis.at(0), floor);
        svg.line("margin", axis.at(-margin), TOP - 4, axis.at(-margin), floor);
        svg.line("margin", axis.at(margin), TOP - 4, axis.at(margin), floor);
        svg.text("margin-name", "start", axis.at(-margin) + 5, TOP - 10, "−" + Figure.of(margin));
        svg.text("margin-name", "end", axis.at(margin) - 5, TOP - 10, "+" + Figure.of(margin));
        svg.text("name", "end", LEFT - 14, y + 4, "re-run − recorded");
        String look = "interval " + Series.of(RERUN);
        svg.line(look, axis.at(test.low()), y, axis.at(test.high()), y);
        svg.line(look, axis.at(test.low()), y - 6, axis.at(test.low()), y + 6);
        svg.line(look, axis.at(test.high()), y - 6, axis.at(test.high()), y + 6);
        svg.point(RERUN, "run", axis.at(test.difference()), y, 5, Figure.signed(test.difference()));
        return svg.done();
    }

    /** As many as are legible, the one judged among them. */
    private static List<Measure.Pair> shown(Measure measure, String reference) {
        List<Measure.Pair> pairs = measure.pairs();
        if (pairs.size() <= MOST) {
            return pairs;
        }
        List<Measure.Pair> some = new ArrayList<>(pairs.subList(0, MOST - 1));
        if (some.stream().noneMatch(pair -> pair.reference().equals(reference))) {
            pairs.stream()
                    .filter(pair -> pair.reference().equals(reference))
                    .findFirst()
                    .ifPresent(some::add);
        }
        return some;
    }

    /** Around the run's own value where it was held to that, around the recorded mean where the group was. */
    private static @Nullable Band band(Measure measure) {
        Bound bound = measure.bound();
        BigDecimal recorded = measure.recorded();
        if (bound == null || recorded == null) {
            return null;
        }
        double reach = bound.reach().doubleValue();
        Tost test = measure.test();
        double middle = bound.kind() == Bound.Kind.MARGIN && test != null
                ? test.recorded().mean()
                : recorded.doubleValue();
        return new Band(middle - reach, middle + reach);
    }

    private static void frame(Svg svg, Axis axis, double floor, String below) {
        for (double tick : axis.ticks(TICKS)) {
            svg.line("grid", axis.at(tick), TOP, axis.at(tick), floor);
            svg.text("", "middle", axis.at(tick), floor + 16, Figure.of(tick));
        }
        svg.text("", "end", WIDTH - RIGHT, floor + 36, below);
    }

    private static void legend(Svg svg) {
        svg.point(RECORDED, "run", LEFT + 6, 16, 4.5, "recorded");
        svg.text("", "start", LEFT + 16, 20, "recorded");
        svg.point(RERUN, "run", LEFT + 96, 16, 4, "re-run");
        svg.text("", "start", LEFT + 106, 20, "re-run");
    }

    private static String figure(BigDecimal value) {
        return Figure.of(value.doubleValue());
    }
}
