package org.probatum.evidence.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one run was: everything needed to run it again and to trust its numbers. Bound from a file that satisfies {@code schemas/run-1.json}. */
public record Manifest(
        String name,
        @Nullable Code code,
        @Nullable Invocation invocation,
        @Nullable Environment environment,
        @Nullable Hardware hardware,
        @Nullable Randomness randomness,
        List<Dataset> data,
        @Nullable Search search,
        List<Metric> metrics,
        List<Artifact> artifacts,
        @Nullable Lineage lineage,
        @Nullable Provenance provenance) {
    public Manifest {
        data = Parts.listOf(data);
        metrics = Parts.listOf(metrics);
        artifacts = Parts.listOf(artifacts);
    }

    /** The same run under another name. */
    public Manifest named(String other) {
        return new Manifest(
                other,
                code,
                invocation,
                environment,
                hardware,
                randomness,
                data,
                search,
                metrics,
                artifacts,
                lineage,
                provenance);
    }
}
