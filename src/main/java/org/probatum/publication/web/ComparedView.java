package org.probatum.publication.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Criterion;
import org.probatum.decision.material.Option;
import org.probatum.evidence.comparison.Band;
import org.probatum.evidence.comparison.Figure;
import org.probatum.evidence.comparison.Filing;
import org.probatum.evidence.web.GainPlot;
import org.probatum.publication.RecordDocument;

/**
 * A comparison on record laid out for reading.
 *
 * @param margin what the criterion asked for; empty where it names none
 * @param plot what each option gained, drawn; empty where there is nothing to draw
 */
public record ComparedView(
        RecordDocument.ComparisonEntry entry, String metric, String margin, String plot, List<Row> rows) {
    private static final String NONE = "–";

    /** What one option gained, as a table writes it. */
    public record Row(String option, String gain, String interval, String p) {}

    static List<ComparedView> of(RecordDocument document) {
        List<RecordDocument.ComparisonEntry> entries = Objects.requireNonNullElse(document.comparisons(), List.of());
        return IntStream.range(0, entries.size())
                .mapToObj(i -> of("compared-" + i, entries.get(i), document))
                .toList();
    }

    private static ComparedView of(String id, RecordDocument.ComparisonEntry entry, RecordDocument document) {
        Optional<Criterion> criterion = document.material().scope().criteria().stream()
                .filter(one -> one.id().equals(entry.criterion()))
                .findFirst();
        String metric = criterion.map(Criterion::metric).orElse("the metric");
        Optional<Double> margin = criterion.map(Criterion::margin).map(Number::doubleValue);
        List<Option> options = document.material().choice().options();
        List<GainPlot.Gain> gains = entry.gained().stream()
                .map(one -> new GainPlot.Gain(
                        title(options, one.option()), place(options, one.option()), one.gain(), band(one)))
                .toList();
        return new ComparedView(
                entry,
                metric,
                margin.map(Figure::of).orElse(""),
                margin.map(least -> GainPlot.of(id, metric, least, gains)).orElse(""),
                entry.gained().stream().map(one -> row(options, one)).toList());
    }

    private static Row row(List<Option> options, Filing.Gained one) {
        Band band = band(one);
        return new Row(
                title(options, one.option()),
                Figure.signed(one.gain()),
                band == null ? NONE : Figure.of(band),
                one.p() == null ? NONE : Figure.probability(one.p()));
    }

    private static @Nullable Band band(Filing.Gained one) {
        return one.low() == null || one.high() == null ? null : new Band(one.low(), one.high());
    }

    private static int place(List<Option> options, String id) {
        return Math.max(0, options.stream().map(Option::id).toList().indexOf(id));
    }

    private static String title(List<Option> options, String id) {
        return options.stream()
                .filter(option -> option.id().equals(id))
                .findFirst()
                .map(Option::title)
                .orElse(id);
    }
}
