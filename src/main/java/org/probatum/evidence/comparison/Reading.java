package org.probatum.evidence.comparison;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Criterion;
import org.probatum.evidence.Run;
import org.probatum.evidence.manifest.Dataset;
import org.probatum.evidence.manifest.Metric;

/** A run's metric as a criterion asks for it, with the data it was measured on. */
record Reading(Run run, Metric metric, @Nullable Dataset data) {
    /** What the runs of an option measure of a criterion. */
    static List<Reading> of(List<Run> runs, Criterion criterion) {
        List<Optional<Metric>> sought =
                Sought.in(runs.stream().map(Run::manifest).toList(), criterion);
        return IntStream.range(0, runs.size())
                .boxed()
                .flatMap(i ->
                        sought
                                .get(i)
                                .map(metric -> new Reading(runs.get(i), metric, data(runs.get(i), metric)))
                                .stream())
                .toList();
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
