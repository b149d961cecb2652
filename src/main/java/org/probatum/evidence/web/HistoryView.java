package org.probatum.evidence.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.probatum.evidence.comparison.Comparison;
import org.probatum.evidence.comparison.Figure;
import org.probatum.evidence.comparison.Group;
import org.probatum.evidence.comparison.Point;
import org.probatum.evidence.history.Envelope;
import org.probatum.evidence.history.MetricHistory;

/** The histories of a criterion's metric over the compared runs: a picture, and where each run began, ended and was best. */
record HistoryView(String plot, List<Row> rows) {
    private static final int BUCKETS = 150;
    /** So many runs are drawn at most. */
    static final int MOST = 60;

    /** One run's history in short; values that were no finite number are counted. */
    record Row(
            String run,
            String option,
            int points,
            String first,
            String last,
            String best,
            String bestStep,
            long broken) {}

    static HistoryView of(Comparison comparison, List<MetricHistory> histories) {
        List<HistoryPlot.Line> lines = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (int series = 0; series < comparison.groups().size(); series++) {
            Group group = comparison.groups().get(series);
            for (Point point : group.points()) {
                int at = series;
                histories.stream()
                        .filter(history -> history.run() == point.run())
                        .max(Comparator.comparingInt(history -> fit(history, comparison)))
                        .filter(history -> rows.size() < MOST)
                        .ifPresent(history -> {
                            lines.add(new HistoryPlot.Line(point.reference(), at, Envelope.of(history, BUCKETS)));
                            rows.add(row(point, group, history, comparison.isLower()));
                        });
            }
        }
        String metric = comparison.criterion().metric();
        return new HistoryView(
                HistoryPlot.svg(
                        metric == null ? "the metric" : metric,
                        comparison.groups().stream().map(Group::name).toList(),
                        lines),
                List.copyOf(rows));
    }

    /** How well a history fits the criterion's data: a run may have one of training beside one of the test. */
    private static int fit(MetricHistory history, Comparison comparison) {
        return (Objects.equals(history.dataset(), comparison.criterion().dataset()) ? 2 : 0)
                + (Objects.equals(history.split(), comparison.criterion().split()) ? 2 : 0)
                + (history.dataset() == null && history.split() == null ? 1 : 0);
    }

    private static Row row(Point point, Group group, MetricHistory history, boolean lower) {
        List<Double> values = history.values();
        int best = -1;
        long broken = 0;
        for (int i = 0; i < values.size(); i++) {
            double value = values.get(i);
            if (!Double.isFinite(value)) {
                broken++;
            } else if (best < 0 || (lower ? value < values.get(best) : value > values.get(best))) {
                best = i;
            }
        }
        return new Row(
                point.reference(),
                group.name(),
                values.size(),
                values.isEmpty() ? "" : Figure.of(values.get(0)),
                values.isEmpty() ? "" : Figure.of(values.get(values.size() - 1)),
                best < 0 ? "–" : Figure.of(values.get(best)),
                best < 0 ? "–" : String.valueOf(history.steps().get(best)),
                broken);
    }
}
