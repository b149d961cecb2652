package org.probatum.rerun.verdict;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.probatum.decision.material.Criterion;
import org.probatum.decision.material.Direction;
import org.probatum.decision.material.MetricTolerance;
import org.probatum.evidence.manifest.Artifact;
import org.probatum.evidence.manifest.Invocation;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.evidence.manifest.Metric;
import org.probatum.evidence.manifest.Randomness;
import org.probatum.rerun.Outcome;

/** Recorded runs and their reruns, as tests need them: the metric is auc on the test split of clicks. */
final class Recorded {
    private static final String MODEL = "sha256:" + "a".repeat(64);
    private final List<Attempt> attempts = new ArrayList<>();

    /** A criterion on auc. */
    static Criterion criterion(String margin, String absolute, String relative, Integer seeds) {
        MetricTolerance tolerance =
                absolute == null && relative == null ? null : new MetricTolerance(number(absolute), number(relative));
        return new Criterion("auc-test", "auc", "clicks", "test", Direction.HIGHER, number(margin), tolerance, seeds);
    }

    static BigDecimal number(String value) {
        return value == null ? null : new BigDecimal(value);
    }

    /** One more run: what it recorded, and what was measured again; its seed is its place. */
    Recorded run(String recorded, String rerun) {
        return run(recorded, rerun, List.of(), List.of());
    }

    Recorded run(String recorded, String rerun, List<Artifact> files, List<Artifact> left) {
        return ended(recorded, files, new Ending.Finished(outcome(Map.of("auc", number(rerun)), left)));
    }

    Recorded ended(String recorded, Ending ending) {
        return ended(recorded, List.of(), ending);
    }

    Recorded ended(String recorded, List<Artifact> files, Ending ending) {
        int at = attempts.size();
        return attempt(manifest("run-" + at, at, List.of(metric("auc", recorded, "test")), files), ending);
    }

    Recorded attempt(Manifest manifest, Ending ending) {
        attempts.add(new Attempt(attempts.size(), "inline:" + manifest.name(), manifest, ending));
        return this;
    }

    List<Attempt> group() {
        return List.copyOf(attempts);
    }

    /** What is said of the runs, in their order. */
    List<Judgement> judged(Criterion... criteria) {
        return List.copyOf(Judge.judge(List.of(criteria), attempts).values());
    }

    static Outcome outcome(Map<String, BigDecimal> metrics, List<Artifact> left) {
        return new Outcome(metrics, left, null);
    }

    static Metric metric(String name, String value, String split) {
        return new Metric(name, number(value), Direction.HIGHER, "clicks", split, null, null, null);
    }

    static Artifact model() {
        return new Artifact("model.bin", MODEL, 12L);
    }

    static Manifest manifest(String name, long seed, List<Metric> metrics, List<Artifact> files) {
        Map<String, Long> seeds = new LinkedHashMap<>();
        seeds.put("python", seed);
        return new Manifest(
                name,
                null,
                new Invocation(List.of("train"), null, Map.of(), Map.of(), null, null, null, 0, null, null),
                null,
                null,
                new Randomness(seeds, true),
                List.of(),
                null,
                metrics,
                files,
                null,
                null);
    }
}
