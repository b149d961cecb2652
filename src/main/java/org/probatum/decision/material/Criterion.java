package org.probatum.decision.material;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A test that decides between options: a metric on one split of one dataset, and the margin by which it must be better. Sealed by digest when the scope gate passes. */
public record Criterion(
        String id,
        @Nullable String metric,
        @Nullable String dataset,
        @Nullable String split,
        @Nullable Direction direction,
        @Nullable BigDecimal margin,
        @Nullable MetricTolerance tolerance,
        @Nullable Integer seeds) {
    /** It says everything that a decisive test has to. */
    public boolean decides() {
        return metric != null
                && dataset != null
                && split != null
                && direction != null
                && margin != null
                && seeds != null
                && tolerance != null
                && (tolerance.absolute() != null || tolerance.relative() != null);
    }
}
