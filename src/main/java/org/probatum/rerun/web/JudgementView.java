package org.probatum.rerun.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.comparison.Band;
import org.probatum.evidence.comparison.Figure;
import org.probatum.rerun.Verdict;
import org.probatum.rerun.verdict.Bits;
import org.probatum.rerun.verdict.Judgement;
import org.probatum.rerun.verdict.Measure;
import org.probatum.rerun.verdict.Tost;

/**
 * A judgement as pages show it: what {@code templates/rerun/judgement.html} takes as {@code judged}. Pages that include it link
 * {@code /comparison.css}.
 */
public record JudgementView(
        String reference,
        String look,
        String verdict,
        String because,
        String remedy,
        @Nullable Bits bits,
        List<MeasureView> measures) {
    private static final String NONE = "–";

    /** A decisive metric: pictures, and the numbers behind them. Pictures are empty where there is nothing to draw. */
    public record MeasureView(
            String title,
            String on,
            String look,
            String standing,
            String words,
            String bound,
            String values,
            String difference,
            List<Row> rows,
            List<Told> numbers) {}

    /** A run of the group. */
    public record Row(String reference, boolean own, String recorded, String rerun, String difference) {}

    /** A number of the test, and what it is. */
    public record Told(String name, String value) {}

    /**
     * What a page shows of a judgement.
     *
     * @param id tells its pictures from others on the page: letters, digits and dashes
     */
    public static JudgementView of(String id, Judgement judgement) {
        List<MeasureView> measures = new ArrayList<>();
        for (int i = 0; i < judgement.measures().size(); i++) {
            measures.add(view(
                    id + "-" + i, judgement.reference(), judgement.measures().get(i)));
        }
        return new JudgementView(
                judgement.reference(),
                look(judgement.verdict()),
                mark(judgement.verdict()) + " " + judgement.verdict().words(),
                judgement.because(),
                judgement.remedy(),
                judgement.bits(),
                List.copyOf(measures));
    }

    /** A verdict's look, as tags and marks have it. */
    public static String look(Verdict verdict) {
        return switch (verdict) {
            case BITWISE, STATISTICAL -> "good";
            case NOT_REPRODUCED -> "bad";
            case INCONCLUSIVE -> "warn";
        };
    }

    /** A verdict's mark. */
    public static String mark(Verdict verdict) {
        return verdict.passes() ? "✓" : verdict == Verdict.INCONCLUSIVE ? "◐" : "✕";
    }

    private static MeasureView view(String id, String reference, Measure measure) {
        return new MeasureView(
                measure.metric() + (measure.criterion().equals(measure.metric()) ? "" : ", " + measure.criterion()),
                on(measure),
                switch (measure.standing()) {
                    case WITHIN -> "good";
                    case OUTSIDE, MISSING -> "bad";
                    case UNTOLD -> "warn";
                },
                switch (measure.standing()) {
                    case WITHIN -> "✓ within";
                    case OUTSIDE -> "✕ outside";
                    case MISSING -> "✕ not measured again";
                    case UNTOLD -> "◐ cannot be told";
                },
                measure.words(),
                measure.bound() == null ? "" : measure.bound().words(),
                JudgementPlot.values(id, reference, measure),
                JudgementPlot.difference(id, measure),
                rows(reference, measure),
                measure.test() == null ? List.of() : numbers(measure.test()));
    }

    private static String on(Measure measure) {
        return (measure.dataset() == null ? "" : " on " + measure.dataset())
                + (measure.split() == null ? "" : ", " + measure.split());
    }

    private static List<Row> rows(String reference, Measure measure) {
        return measure.pairs().isEmpty()
                ? List.of(new Row(reference, true, figure(measure.recorded()), NONE, NONE))
                : measure.pairs().stream()
                        .map(pair -> new Row(
                                pair.reference(),
                                pair.reference().equals(reference),
                                figure(pair.recorded()),
                                figure(pair.rerun()),
                                Figure.signed(
                                        pair.rerun().subtract(pair.recorded()).doubleValue())))
                        .toList();
    }

    private static List<Told> numbers(Tost test) {
        return List.of(
                new Told("Recorded", side(test.recorded())),
                new Told("Re-run", side(test.rerun())),
                new Told("Difference of the means", Figure.signed(test.difference())),
                new Told("Standard error", Figure.of(test.standardError())),
                new Told("Degrees of freedom (Welch, Satterthwaite)", Figure.of(test.freedom())),
                new Told("Margin of equivalence", "± " + Figure.of(test.margin())),
                new Told("t of “−margin or less”", statistic(test.lowT())),
                new Told("p of “−margin or less”", Figure.probability(test.lowP())),
                new Told("t of “margin or more”", statistic(test.highT())),
                new Told("p of “margin or more”", Figure.probability(test.highP())),
                new Told("90 % interval of the difference", Figure.of(new Band(test.low(), test.high()))),
                new Told("Level α", Figure.of(test.alpha())));
    }

    private static String side(Tost.Side side) {
        return side.n() + " runs, mean " + Figure.of(side.mean()) + ", standard deviation "
                + Figure.of(side.deviation());
    }

    private static String statistic(@Nullable Double t) {
        return t == null ? "none: no run differs from another" : Figure.of(t);
    }

    private static String figure(@Nullable BigDecimal value) {
        return value == null ? NONE : Figure.of(value.doubleValue());
    }
}
