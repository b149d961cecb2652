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
        @Nullable Integer seeds) {}
