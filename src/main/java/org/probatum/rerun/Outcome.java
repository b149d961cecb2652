package org.probatum.rerun;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.manifest.Artifact;

/**
 * What a rerun that ended by itself with status 0 left in its output folder.
 *
 * @param metrics by name, from {@code metrics.json}
 * @param artifacts every file, by its path in the output folder, with digest and size
 * @param trouble why the folder could not be read as the contract has it, if it could not
 */
public record Outcome(
        Map<String, BigDecimal> metrics,
        List<Artifact> artifacts,
        @Nullable String trouble) {
    public Outcome {
        metrics = Map.copyOf(metrics);
        artifacts = List.copyOf(artifacts);
    }
}
