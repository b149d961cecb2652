package org.probatum.decision.material;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How far a rerun may lie from the recorded value: an absolute difference, or a share of it. */
public record MetricTolerance(
        @Nullable BigDecimal absolute, @Nullable BigDecimal relative) {}
