package org.probatum.boot;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.probatum.evidence.Run;
import org.probatum.evidence.Runs;
import org.probatum.evidence.history.Histories;
import org.probatum.evidence.history.MetricHistory;
import org.probatum.evidence.manifest.Metric;

/** How the metric of a few runs came about, step by step: one option climbs and stays, the other climbs and falls again. Illustrative, as those runs are. */
@ApplicationScoped
class DemoHistories implements DemoChapter {
    private static final String RUNS = "stop-on-ndcg-%";
    private static final int STEPS = 400;

    private final Runs runs;
    private final Histories histories;

    DemoHistories(Runs runs, Histories histories) {
        this.runs = runs;
        this.histories = histories;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public void tell() {
        QuarkusTransaction.requiringNew()
                .run(() -> histories.keep(runs.list("name like ?1", RUNS).stream()
                        .flatMap(run -> run.manifest().metrics().stream()
                                .filter(metric -> metric.value() != null)
                                .limit(1)
                                .map(metric -> history(run, metric)))
                        .toList()));
    }

    /** A curve that ends where the run's metric does; for a few steps in the middle nothing was measured. */
    private static MetricHistory history(Run run, Metric metric) {
        Random random = new Random(run.name().hashCode());
        double end = Objects.requireNonNull(metric.value()).doubleValue();
        double fall = run.name().contains("-loss-") ? 0.03 : 0;
        List<Long> steps = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 1; i <= STEPS; i++) {
            double share = (double) i / STEPS;
            double climbed = (end + fall) * (1 - 0.45 * Math.exp(-6 * share));
            double level = climbed - fall * Math.max(0, share - 0.4) / 0.6;
            steps.add((long) i * 50);
            values.add(
                    run.name().endsWith("-21") && i > 150 && i < 165
                            ? Double.NaN
                            : i == STEPS ? end : level + 0.004 * random.nextGaussian() * (1 - share / 2));
        }
        return new MetricHistory(run.id(), metric.name(), metric.dataset(), metric.split(), steps, values);
    }
}
