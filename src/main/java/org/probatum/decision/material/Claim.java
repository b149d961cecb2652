package org.probatum.decision.material;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sentence of the rationale and the evidence it cites, by reference. */
public record Claim(@Nullable String claim, List<String> evidence) {
    public Claim {
        evidence = Parts.listOf(evidence);
    }
}
