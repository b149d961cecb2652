package org.probatum.rerun.verdict;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Criterion;
import org.probatum.evidence.comparison.Figure;
import org.probatum.evidence.manifest.Metric;
import org.probatum.evidence.manifest.Randomness;
import org.probatum.rerun.verdict.Measure.Pair;
import org.probatum.rerun.verdict.Measure.Standing;

/**
 * One criterion over the runs of an option, each recorded and re-run.
 *
 * <p>With three runs and with as many as were sealed, all of different seeds, the group is tested for equivalence within the
 * sealed margin; otherwise each run is held to the sealed tolerance. The test takes the two sides for independent, though
 * every rerun repeats a seed: where seeds spread widely it may not show what is plain run by run. So a run that lies within
 * the tolerance <em>and</em> within the margin of its own recorded value is not failed for the spread of the others.
 */
final class Weighing {
    /** Fewer than that have no spread worth testing. */
    private static final int LEAST = 3;

    private final Criterion criterion;
    private final List<Optional<Metric>> sought;
    private final List<@Nullable Remeasured> remeasured;
    private final List<Pair> pairs = new ArrayList<>();
    private final @Nullable Tost test;
    private final int needs;

    Weighing(
            Criterion criterion,
            List<Attempt> group,
            List<Optional<Metric>> sought,
            List<@Nullable Remeasured> remeasured) {
        this.criterion = criterion;
        this.sought = sought;
        this.remeasured = remeasured;
        List<Map<String, Long>> seeds = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            Optional<Metric> metric = sought.get(i);
            BigDecimal again = metric.isPresent() ? rerun(i, metric.get()) : null;
            if (again != null && Reckonable.is(recorded(metric.get()))) {
                pairs.add(new Pair(group.get(i).reference(), recorded(metric.get()), again));
                Randomness chance = group.get(i).manifest().randomness();
                seeds.add(chance == null ? Map.of() : chance.seeds());
            }
        }
        Integer sealed = criterion.seeds();
        this.needs = Math.max(LEAST, sealed == null ? LEAST : sealed);
        boolean distinct = seeds.stream().noneMatch(Map::isEmpty)
                && seeds.stream().distinct().count() == seeds.size();
        BigDecimal margin = criterion.margin();
        this.test = margin == null || !distinct || pairs.size() < needs
                ? null
                : Tost.of(
                        values(pairs.stream().map(Pair::recorded).toList()),
                        values(pairs.stream().map(Pair::rerun).toList()),
                        margin.abs().doubleValue());
    }

    /** What is said of one run; empty when the criterion does not ask for anything it recorded. */
    Optional<Measure> of(int run) {
        return sought.get(run).map(metric -> weighed(metric, run));
    }

    private Measure weighed(Metric metric, int run) {
        BigDecimal recorded = recorded(metric);
        String name = metric.name();
        if (!Reckonable.is(recorded)) {
            return measure(
                    metric,
                    null,
                    Standing.UNTOLD,
                    null,
                    name + " was recorded with a value too large to be reckoned with.",
                    "Attach a run that records a finite number, and cite that.");
        }
        BigDecimal again = rerun(run, metric);
        if (again == null) {
            return Objects.requireNonNull(remeasured.get(run)).isStray(metric)
                    ? measure(
                            metric,
                            null,
                            Standing.OUTSIDE,
                            null,
                            name + " was re-run as a value too large to be reckoned with, where " + figure(recorded)
                                    + " was recorded.",
                            "Look into the log of the rerun: why is it no finite number?")
                    : measure(
                            metric,
                            null,
                            Standing.MISSING,
                            null,
                            name + " was recorded as " + figure(recorded) + " and not measured again.",
                            "Have the command write " + name
                                    + " to metrics.json in its output folder, and attach a run recorded so.");
        }
        return held(metric, recorded, again);
    }

    private Measure held(Metric metric, BigDecimal recorded, BigDecimal again) {
        BigDecimal difference = again.subtract(recorded);
        Bound margin = Bound.margin(criterion);
        Bound tolerance = Bound.tolerance(criterion, recorded);
        if (test != null && test.shown()) {
            return measure(metric, again, Standing.WITHIN, margin, Findings.equivalent(metric.name(), test), "");
        }
        if (tolerance == null) {
            return test == null
                    ? measure(
                            metric,
                            again,
                            Standing.UNTOLD,
                            null,
                            metric.name() + ": " + pairs.size() + " of " + needs
                                    + " runs with seeds of their own were measured again, too few to tell.",
                            "Cite and re-run more runs with other seeds.")
                    : tested(metric, again, test, margin);
        }
        Bound narrow = test == null || margin == null ? tolerance : tolerance.within(margin);
        if (narrow.holds(difference)) {
            return measure(
                    metric,
                    again,
                    Standing.WITHIN,
                    narrow,
                    Findings.near(metric.name(), recorded, again, difference, narrow)
                            + (test == null ? "" : " " + Findings.notForTheSpread(test)),
                    "");
        }
        return test == null
                ? measure(
                        metric,
                        again,
                        Standing.OUTSIDE,
                        narrow,
                        Findings.far(metric.name(), recorded, again, difference, narrow),
                        Findings.REPAIR)
                : tested(metric, again, test, margin);
    }

    /** What the test says where it does not show equivalence. */
    private Measure tested(Metric metric, BigDecimal again, Tost tested, @Nullable Bound margin) {
        return tested.outside()
                ? measure(
                        metric, again, Standing.OUTSIDE, margin, Findings.apart(metric.name(), tested), Findings.REPAIR)
                : measure(
                        metric,
                        again,
                        Standing.UNTOLD,
                        margin,
                        Findings.undecided(metric.name(), tested),
                        Findings.moreRuns(tested));
    }

    private Measure measure(
            Metric metric,
            @Nullable BigDecimal again,
            Standing standing,
            @Nullable Bound bound,
            String words,
            String remedy) {
        BigDecimal recorded = recorded(metric);
        return new Measure(
                criterion.id(),
                metric.name(),
                metric.dataset(),
                metric.split(),
                Reckonable.is(recorded) ? recorded : null,
                again,
                again == null ? null : again.subtract(recorded),
                standing,
                bound,
                test,
                again == null ? List.of() : pairs,
                words,
                remedy);
    }

    private @Nullable BigDecimal rerun(int run, Metric metric) {
        Remeasured again = remeasured.get(run);
        return again == null ? null : again.of(metric);
    }

    private static BigDecimal recorded(Metric metric) {
        return Objects.requireNonNull(metric.value());
    }

    private static String figure(BigDecimal value) {
        return Figure.of(value.doubleValue());
    }

    private static List<Double> values(List<BigDecimal> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> values.get(i).doubleValue())
                .toList();
    }
}
