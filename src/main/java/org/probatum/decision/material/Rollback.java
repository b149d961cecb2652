package org.probatum.decision.material;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** When to go back, how, and who pulls it. */
public record Rollback(
        @Nullable MetricTest trigger,
        List<String> steps,
        @Nullable String owner) {
    public Rollback {
        steps = Parts.listOf(steps);
    }
}
