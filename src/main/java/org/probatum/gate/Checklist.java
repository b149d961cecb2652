package org.probatum.gate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Direction;
import org.probatum.decision.material.Outcome;
import org.probatum.evidence.Measurements;
import org.probatum.evidence.Run;

/** The verification checklist: each promised outcome beside what the selected option's runs measured. */
public final class Checklist {
    /** One measurable item: a metric, what it should be, what it was (the mean over so many runs), and whether that passes. */
    public record Item(
            String metric, String threshold, @Nullable BigDecimal measured, int runs, boolean passes) {
        /** The item as a waiver is bound to it: another measurement makes another item of it. */
        public String words() {
            return metric + " " + measuredWords() + ", wanted " + threshold;
        }

        /** The measured value as words. */
        public String measuredWords() {
            return measured == null
                    ? "not measured"
                    : "measured " + measured.stripTrailingZeros().toPlainString();
        }
    }

    private Checklist() {}

    /** The checklist of a decision as it stands; outcomes that cannot be measured yet are not on it. */
    public static List<Item> of(Case laid) {
        List<Run> runs = laid.material()
                .selected()
                .map(option -> Measurements.citedBy(option, laid.runs()))
                .orElse(List.of());
        return laid.material().scope().outcomes().stream()
                .flatMap(outcome -> item(outcome, runs).stream())
                .toList();
    }

    private static Optional<Item> item(Outcome outcome, List<Run> runs) {
        String metric = outcome.metric();
        BigDecimal target = outcome.target();
        if (metric == null || target == null || outcome.direction() == null) {
            return Optional.empty();
        }
        boolean higher = outcome.direction() == Direction.HIGHER;
        String threshold = (higher ? "≥ " : "≤ ") + target.toPlainString();
        return Optional.of(Measurements.mean(runs, metric, null, null)
                .map(mean -> {
                    int sign = mean.value().compareTo(target);
                    return new Item(metric, threshold, mean.value(), mean.runs(), higher ? sign >= 0 : sign <= 0);
                })
                .orElseGet(() -> new Item(metric, threshold, null, 0, false)));
    }
}
