package org.probatum.gate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Direction;
import org.probatum.decision.material.Option;
import org.probatum.decision.material.Outcome;
import org.probatum.evidence.Measurements;
import org.probatum.evidence.Run;
import org.probatum.evidence.comparison.Comparisons;
import org.probatum.evidence.comparison.Contrast;
import org.probatum.evidence.comparison.Figure;
import org.probatum.evidence.comparison.FiledComparison;
import org.probatum.evidence.comparison.Superiority;
import org.probatum.gate.Checklist.Item;
import org.probatum.rerun.RunVerdict;

/** The items of the checklist as they are measured, before anybody waives one. */
final class MeasuredItems {
    private static final MathContext KEPT = new MathContext(12, RoundingMode.HALF_EVEN);

    private MeasuredItems() {}

    /** Each outcome that says what is to be measured, beside what the selected option's runs measure. */
    static List<Item> outcomes(Case laid) {
        List<Run> runs = laid.material()
                .selected()
                .map(option -> Measurements.citedBy(option, laid.runs()))
                .orElse(List.of());
        Map<String, Integer> named = new HashMap<>();
        List<Item> items = new ArrayList<>();
        for (Outcome outcome : laid.material().scope().outcomes()) {
            String metric = outcome.metric();
            BigDecimal target = outcome.target();
            Direction direction = outcome.direction();
            if (metric != null && target != null && direction != null) {
                int count = named.merge(metric, 1, Integer::sum);
                String id = Checklist.OUTCOME + metric + (count == 1 ? "" : "#" + count);
                items.add(outcome(laid, id, metric, target, direction, runs));
            }
        }
        return items;
    }

    private static Item outcome(
            Case laid, String id, String metric, BigDecimal target, Direction direction, List<Run> runs) {
        String threshold = direction.sign() + " " + target.toPlainString();
        Optional<Measurements.Mean> recorded = Measurements.mean(runs, metric, null, null);
        if (recorded.isEmpty()) {
            return item(id, metric, threshold, null, 0, false, null, "no cited run measures it");
        }
        List<Run> measuring = runs.stream()
                .filter(run ->
                        Measurements.mean(List.of(run), metric, null, null).isPresent())
                .toList();
        List<BigDecimal> again = measuring.stream()
                .flatMap(run -> verdict(laid, run).stream())
                .flatMap(verdict -> Optional.ofNullable(verdict.metrics().get(metric)).stream())
                .toList();
        boolean rerun = again.size() == measuring.size();
        BigDecimal mean = rerun
                ? again.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(again.size()), MathContext.DECIMAL64)
                : recorded.get().value();
        int sign = mean.compareTo(target);
        return item(
                id,
                metric,
                threshold,
                mean,
                measuring.size(),
                direction == Direction.HIGHER ? sign >= 0 : sign <= 0,
                null,
                rerun
                        ? "re-run values"
                        : "recorded values" + (again.isEmpty() ? "" : ", of which only " + again.size() + " re-run"));
    }

    /** What the selected option gains on the status quo, on each criterion that decides. */
    static List<Item> superiority(Case laid) {
        Optional<Option> selected = laid.material().selected().filter(option -> !option.statusQuo());
        return selected.isEmpty() || laid.material().statusQuo().isEmpty()
                ? List.of()
                : laid.comparisons().all().stream()
                        .filter(judged -> judged.comparison().criterion().decides())
                        .map(judged -> superiority(judged, selected.get().id()))
                        .toList();
    }

    private static Item superiority(Comparisons.Judged judged, String selected) {
        Superiority verdict = judged.verdict(selected).orElseThrow();
        Optional<Contrast> contrast = judged.comparison().contrast(selected);
        FiledComparison filed = judged.filed();
        return item(
                Checklist.SUPERIORITY + judged.criterion(),
                "gain on the status quo in " + judged.comparison().criterion().metric(),
                "> " + Figure.of(judged.comparison().margin()) + ", one-sided p ≤ " + Figure.of(Superiority.ALPHA),
                contrast.map(one -> BigDecimal.valueOf(one.improvement()).round(KEPT))
                        .orElse(null),
                contrast.map(one -> one.sample().n()).orElse(0),
                verdict instanceof Superiority.Superior,
                verdict.words(),
                "comparison " + judged.criterion() + " of recorded values, "
                        + (filed == null
                                ? "not on record"
                                : judged.current() ? "as it is on record" : "on record of other runs"));
    }

    /** What became of each decisive run, where that is asked. */
    static List<Item> reproduction(Case laid) {
        return !laid.requiresReruns()
                ? List.of()
                : Reproduction.of(laid).runs().stream()
                        .map(one -> item(
                                Checklist.REPRODUCTION + one.run().reference(),
                                "verdict on " + one.run().reference(),
                                "bitwise or statistical",
                                null,
                                1,
                                one.passes(),
                                one.found(),
                                source(one.verdict(), laid)))
                        .toList();
    }

    private static String source(@Nullable RunVerdict verdict, Case laid) {
        return verdict == null
                ? "no rerun"
                : "rerun judged on "
                        + LocalDate.ofInstant(verdict.at(), laid.team().zone());
    }

    /** How many fields the cited runs lack of what they have to record. */
    static Item metadata(Case laid) {
        CitedMetadata found = CitedMetadata.of(laid);
        return item(
                Checklist.METADATA,
                "fields missing in the cited runs",
                "0",
                found.cited().isEmpty() ? null : BigDecimal.valueOf(found.fields()),
                found.cited().size(),
                found.isComplete(),
                found.isComplete() ? "none missing" : found.words(),
                "manifests as attached");
    }

    private static Optional<RunVerdict> verdict(Case laid, Run run) {
        return laid.verdicts().stream().filter(one -> one.isOf(run)).findFirst();
    }

    private static Item item(
            String id,
            String metric,
            String threshold,
            @Nullable BigDecimal measured,
            int runs,
            boolean passes,
            @Nullable String found,
            String source) {
        return new Item(id, metric, threshold, measured, runs, passes, found, source, null, null);
    }
}
