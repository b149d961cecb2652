package org.probatum.evidence.manifest;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What chance played in the run: the seed given to each library, and whether deterministic algorithms were demanded. */
public record Randomness(Map<String, Long> seeds, @Nullable Boolean deterministic) {
    public Randomness {
        seeds = Parts.mapOf(seeds);
    }
}
