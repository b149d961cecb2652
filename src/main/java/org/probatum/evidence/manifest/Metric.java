package org.probatum.evidence.manifest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Direction;

/** A measured value, in the metric's own unit, and what it was measured on: {@code n} examples of one split of one dataset. */
public record Metric(
        String name,
        @Nullable BigDecimal value,
        @Nullable Direction direction,
        @Nullable String dataset,
        @Nullable String split,
        @Nullable Long step,
        @Nullable Long n,
        @Nullable Interval interval) {}
