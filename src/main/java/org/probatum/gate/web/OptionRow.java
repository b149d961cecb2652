package org.probatum.gate.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Criterion;
import org.probatum.decision.material.Dimension;
import org.probatum.decision.material.Material;
import org.probatum.decision.material.Option;
import org.probatum.decision.material.TradeOff;
import org.probatum.evidence.Measurements;
import org.probatum.evidence.Measurements.Spread;
import org.probatum.evidence.Run;
import org.probatum.evidence.comparison.Comparisons;
import org.probatum.evidence.web.VerdictTag;
import org.probatum.gate.Case;

/** An option as a table shows it: what its runs measured on the first criterion, and how it fares on each dimension. */
record OptionRow(
        Option option,
        boolean selected,
        @Nullable String mean,
        @Nullable String deviation,
        int runs,
        @Nullable Difference difference,
        List<Cell> cells) {

    private static final BigDecimal SMALL = new BigDecimal("0.001");

    /** How the option's mean compares with the status quo's, and what was found of that. */
    record Difference(String value, VerdictTag tag, String words) {}

    /** A rating as dots, and who gave it. */
    record Cell(
            Dimension dimension,
            @Nullable TradeOff standing,
            String dots,
            String words,
            @Nullable String assessor) {
        public boolean competent() {
            return standing != null && Boolean.TRUE.equals(standing.competent());
        }
    }

    static List<OptionRow> of(Case laid, Names names) {
        Material material = laid.material();
        List<Run> attached = laid.runs();
        @Nullable Criterion first = first(material);
        Optional<Spread> base = material.statusQuo().flatMap(option -> measured(option, first, attached));
        List<OptionRow> rows = new ArrayList<>();
        for (Option option : material.choice().options()) {
            Optional<Spread> spread = measured(option, first, attached);
            rows.add(new OptionRow(
                    option,
                    option.id().equals(material.choice().selected()),
                    spread.map(s -> number(s.mean())).orElse(null),
                    spread.flatMap(s -> Optional.ofNullable(s.deviation()))
                            .map(OptionRow::number)
                            .orElse(null),
                    spread.map(Spread::runs).orElse(0),
                    option.statusQuo() || base.isEmpty() || spread.isEmpty() || first == null
                            ? null
                            : difference(laid.comparisons(), first, option, gap(base.get(), spread.get())),
                    Arrays.stream(Dimension.values())
                            .map(dimension -> cell(material, option, dimension, names))
                            .toList()));
        }
        return List.copyOf(rows);
    }

    /** The criterion the table measures by; null while none is stated. */
    static @Nullable Criterion first(Material material) {
        List<Criterion> criteria = material.scope().criteria();
        return criteria.isEmpty() ? null : criteria.get(0);
    }

    private static Optional<Spread> measured(Option option, @Nullable Criterion by, List<Run> attached) {
        if (by == null || by.metric() == null) {
            return Optional.empty();
        }
        return Measurements.spread(Measurements.citedBy(option, attached), by.metric(), by.dataset(), by.split());
    }

    private static BigDecimal gap(Spread base, Spread spread) {
        return spread.mean().subtract(base.mean());
    }

    private static @Nullable Difference difference(Comparisons found, Criterion by, Option option, BigDecimal gap) {
        String value = (gap.signum() < 0 ? "−" : "+") + number(gap.abs());
        return found.on(by.id())
                .flatMap(judged -> judged.verdict(option.id()))
                .map(verdict -> new Difference(value, VerdictTag.of(verdict), verdict.words()))
                .orElse(null);
    }

    private static Cell cell(Material material, Option option, Dimension dimension, Names names) {
        @Nullable
        TradeOff standing = material.tradeOffs().stream()
                .filter(t -> t.isOf(option.id(), dimension))
                .findFirst()
                .orElse(null);
        Integer rating = standing == null ? null : standing.rating();
        int full = rating == null ? 0 : Math.max(0, Math.min(4, rating));
        return new Cell(
                dimension,
                standing,
                rating == null ? "" : "●".repeat(full) + "○".repeat(4 - full),
                dimension.name().toLowerCase(Locale.ROOT) + (rating == null ? ": not assessed" : ": " + full + " of 4"),
                standing == null || standing.assessedBy() == null ? null : names.of(standing));
    }

    /** Four digits after the point where there is a point, as many as tell seeds apart; what is smaller keeps two of its own. */
    private static String number(BigDecimal value) {
        if (value.signum() != 0 && value.abs().compareTo(SMALL) < 0) {
            return value.round(new MathContext(2, RoundingMode.HALF_UP)).toPlainString();
        }
        int digits = value.abs().compareTo(BigDecimal.valueOf(100)) >= 0 ? 1 : 4;
        return value.setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }
}
