package org.probatum.evidence.comparison;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Criterion;
import org.probatum.evidence.Run;
import org.probatum.evidence.manifest.Dataset;
import org.probatum.evidence.manifest.Metric;

/** A run's metric as a criterion asks for it, with the data it was measured on. */
record Reading(Run run, Metric metric, @Nullable Dataset data) {
    /**
     * What the runs of an option measure of a criterion: those that measure it on its dataset and split, or else those that
     * measure the same metric on something else, so that the difference can be told.
     */
    static List<Reading> of(List<Run> runs, Criterion criterion) {
        List<Reading> exact = read(runs, criterion, true);
        return exact.isEmpty() ? read(runs, criterion, false) : exact;
    }

    private static List<Reading> read(List<Run> runs, Criterion criterion, boolean exact) {
        return runs.stream()
                .flatMap(run ->
                        metric(run, criterion, exact)
                                .map(metric -> new Reading(run, metric, data(run, metric)))
                                .stream())
                .toList();
    }

    /** The last value recorded, as everywhere. */
    private static Optional<Metric> metric(Run run, Criterion criterion, boolean exact) {
        return run.manifest().metrics().stream()
                .filter(metric -> metric.value() != null && metric.name().equals(criterion.metric()))
                .filter(metric -> !exact
                        || fits(criterion.dataset(), metric.dataset()) && fits(criterion.split(), metric.split()))
                .reduce((earlier, later) -> later);
    }

    private static boolean fits(@Nullable String asked, @Nullable String said) {
        return asked == null || asked.equals(said);
    }

    private static @Nullable Dataset data(Run run, Metric metric) {
        List<Dataset> named = run.manifest().data().stream()
                .filter(dataset -> dataset.name().equals(metric.dataset()))
                .toList();
        return Stream.concat(
                        named.stream().filter(dataset -> Objects.equals(dataset.split(), metric.split())),
                        named.stream())
                .findFirst()
                .orElse(null);
    }

    Point point() {
        return new Point(
                run.id(),
                run.reference(),
                run.digest(),
                Objects.requireNonNull(metric.value()).doubleValue());
    }

    /** What tells the content apart from any other. */
    String identity() {
        return metric.dataset() + " " + (data == null ? null : data.sha256());
    }

    /** The dataset's name, and its content as far as the run records it. */
    String content() {
        String name = metric.dataset() == null ? "a dataset it does not name" : metric.dataset();
        return data == null || data.sha256() == null
                ? name + " without a digest"
                : name + " of digest "
                        + data.sha256().substring("sha256:".length()).substring(0, 8);
    }

    /** The content can be told apart from another. */
    boolean hasContent() {
        return data != null && data.sha256() != null;
    }

    String split() {
        return metric.split() == null ? "no split named" : "split " + metric.split();
    }

    /** Which way is better, and of how many examples. */
    String definition() {
        return (metric.direction() == null
                        ? "no direction"
                        : metric.direction().name().toLowerCase(java.util.Locale.ROOT) + " is better")
                + (metric.n() == null ? "" : ", n = " + metric.n());
    }

    /** The seeds it records; empty when it records none. */
    Map<String, Long> seeds() {
        return run.manifest().randomness() == null
                ? Map.of()
                : run.manifest().randomness().seeds();
    }
}
