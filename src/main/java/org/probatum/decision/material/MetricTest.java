package org.probatum.decision.material;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A measurable condition: a metric, an operator, a threshold in the metric's own unit, over a window (ISO 8601 duration). */
public record MetricTest(
        @Nullable String metric,
        @Nullable String operator,
        @Nullable BigDecimal value,
        @Nullable String window) {}
