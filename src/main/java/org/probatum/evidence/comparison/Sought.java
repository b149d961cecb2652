package org.probatum.evidence.comparison;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Criterion;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.evidence.manifest.Metric;

/** Which of a run's metrics a criterion asks for. Whoever compares runs and whoever judges reruns choose the same. */
public final class Sought {
    private Sought() {}

    /**
     * What each run of an option measures of a criterion, in their order: on its dataset and split, or else, where no run
     * does that, the same metric on something else, so that the difference can be told.
     */
    public static List<Optional<Metric>> in(List<Manifest> option, Criterion criterion) {
        List<Optional<Metric>> exact = read(option, criterion, true);
        return exact.stream().allMatch(Optional::isEmpty) ? read(option, criterion, false) : exact;
    }

    /** The last value recorded, as everywhere. */
    private static List<Optional<Metric>> read(List<Manifest> option, Criterion criterion, boolean exact) {
        return option.stream()
                .map(manifest -> manifest.metrics().stream()
                        .filter(metric ->
                                metric.value() != null && metric.name().equals(criterion.metric()))
                        .filter(metric -> !exact
                                || fits(criterion.dataset(), metric.dataset())
                                        && fits(criterion.split(), metric.split()))
                        .reduce((earlier, later) -> later))
                .toList();
    }

    private static boolean fits(@Nullable String asked, @Nullable String said) {
        return asked == null || asked.equals(said);
    }
}
