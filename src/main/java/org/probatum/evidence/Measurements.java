package org.probatum.evidence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Option;
import org.probatum.evidence.manifest.Metric;

/** What the runs cited by an option measured. */
public final class Measurements {
    /** The mean of one metric over so many runs, in the metric's own unit. */
    public record Mean(BigDecimal value, int runs) {}

    /** A mean with how far its runs spread around it (sample standard deviation; absent for a single run). */
    public record Spread(BigDecimal mean, @Nullable BigDecimal deviation, int runs) {}

    private Measurements() {}

    /** The attached runs that an option cites. */
    public static List<Run> citedBy(Option option, List<Run> attached) {
        return attached.stream()
                .filter(run -> option.runs().contains(run.reference()))
                .toList();
    }

    /** The mean of a metric over runs, each by the last value it gives; on one dataset and split when those are named. */
    public static Optional<Mean> mean(List<Run> runs, String metric, @Nullable String dataset, @Nullable String split) {
        return spread(runs, metric, dataset, split).map(spread -> new Mean(spread.mean(), spread.runs()));
    }

    /** The same mean, and the spread of the runs around it. */
    public static Optional<Spread> spread(
            List<Run> runs, String metric, @Nullable String dataset, @Nullable String split) {
        List<BigDecimal> values = runs.stream()
                .map(run -> last(run, metric, dataset, split))
                .flatMap(Optional::stream)
                .toList();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal mean = sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
        return Optional.of(new Spread(mean, deviation(values, mean), values.size()));
    }

    private static @Nullable BigDecimal deviation(List<BigDecimal> values, BigDecimal mean) {
        if (values.size() < 2) {
            return null;
        }
        return values.stream()
                .map(value -> value.subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size() - 1L), MathContext.DECIMAL64)
                .sqrt(MathContext.DECIMAL64);
    }

    private static Optional<BigDecimal> last(Run run, String metric, @Nullable String dataset, @Nullable String split) {
        return run.manifest().metrics().stream()
                .filter(m -> metric.equals(m.name())
                        && (dataset == null || dataset.equals(m.dataset()))
                        && (split == null || split.equals(m.split())))
                .map(Metric::value)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later);
    }
}
