package org.probatum.publication.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Dimension;
import org.probatum.decision.material.Option;
import org.probatum.decision.material.TradeOff;
import org.probatum.publication.Record;
import org.probatum.publication.RecordDocument;
import org.probatum.publication.RecordDocument.MeasuredMetric;
import org.probatum.publication.RecordDocument.RunEntry;
import org.probatum.rerun.web.JudgementView;

/** A record laid out for reading: its document, and each option beside what was said and measured of it. */
public record RecordView(RecordDocument document, String digest, List<Weighed> options, List<Reproduced> reproduced) {
    private static final int DIGITS = 7;

    /** An option with its assessments, in the order of the dimensions, and what its runs measured. */
    public record Weighed(Option option, boolean selected, List<Rated> ratings, List<Measured> metrics) {}

    /** What was said of a dimension; null when nothing was. */
    public record Rated(Dimension dimension, @Nullable TradeOff tradeOff) {}

    /** A metric over the runs of an option: mean, least and greatest, in the metric's own unit. */
    public record Measured(
            String metric,
            @Nullable String dataset,
            @Nullable String split,
            BigDecimal mean,
            BigDecimal least,
            BigDecimal greatest,
            int runs) {}

    /**
     * A verdict on a run.
     *
     * @param stands no later one took its place
     */
    public record Reproduced(RecordDocument.ReproductionEntry entry, boolean stands, JudgementView judged) {}

    private record What(
            String metric,
            @Nullable String dataset,
            @Nullable String split) {}

    public static RecordView of(Record record) {
        RecordDocument document = record.document();
        return new RecordView(
                document,
                record.digest(),
                document.material().choice().options().stream()
                        .map(option -> weighed(option, document))
                        .toList(),
                reproduced(Objects.requireNonNullElse(document.reproductions(), List.of())));
    }

    private static List<Reproduced> reproduced(List<RecordDocument.ReproductionEntry> entries) {
        return IntStream.range(0, entries.size())
                .mapToObj(i -> new Reproduced(
                        entries.get(i),
                        entries.stream().skip(i + 1L).noneMatch(later -> later.run()
                                .equals(entries.get(i).run())),
                        JudgementView.of("verdict-" + i, entries.get(i).judgement())))
                .toList();
    }

    /** The columns of the trade-off table. */
    public List<Dimension> dimensions() {
        return List.of(Dimension.values());
    }

    /** The option decided for, when it is still listed. */
    public @Nullable Option selected() {
        return document.material().selected().orElse(null);
    }

    private static Weighed weighed(Option option, RecordDocument document) {
        List<Rated> ratings = Stream.of(Dimension.values())
                .map(dimension -> new Rated(
                        dimension,
                        document.material().tradeOffs().stream()
                                .filter(t -> t.isOf(option.id(), dimension))
                                .findFirst()
                                .orElse(null)))
                .toList();
        boolean selected = option.id().equals(document.material().choice().selected());
        return new Weighed(option, selected, ratings, measured(option, document.runs()));
    }

    private static List<Measured> measured(Option option, List<RunEntry> runs) {
        Map<What, List<BigDecimal>> values = new LinkedHashMap<>();
        runs.stream().filter(run -> option.runs().contains(run.citedAs())).forEach(run -> last(run)
                .forEach((what, value) ->
                        values.merge(what, List.of(value), (a, b) -> Stream.concat(a.stream(), b.stream())
                                .toList())));
        return values.entrySet().stream()
                .map(entry -> measured(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Each metric by the last value a run gives. */
    private static Map<What, BigDecimal> last(RunEntry run) {
        return run.metrics().stream()
                .filter(metric -> number(metric).isPresent())
                .collect(Collectors.toMap(
                        metric -> new What(metric.name(), metric.dataset(), metric.split()),
                        metric -> number(metric).orElseThrow(),
                        (earlier, later) -> later,
                        LinkedHashMap::new));
    }

    private static Optional<BigDecimal> number(MeasuredMetric metric) {
        return metric.value().isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(metric.value()));
    }

    private static Measured measured(What what, List<BigDecimal> values) {
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        int scale = Math.min(
                DIGITS, values.stream().mapToInt(BigDecimal::scale).max().orElse(0));
        BigDecimal mean = sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64)
                .setScale(Math.max(scale, 0), RoundingMode.HALF_EVEN);
        return new Measured(
                what.metric(),
                what.dataset(),
                what.split(),
                mean,
                Objects.requireNonNull(
                        values.stream().min(Comparator.naturalOrder()).orElse(null)),
                Objects.requireNonNull(
                        values.stream().max(Comparator.naturalOrder()).orElse(null)),
                values.size());
    }
}
