package org.probatum.decision.material;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the decision is to achieve: a metric, its better direction and the target to reach. */
public record Outcome(
        @Nullable String metric,
        @Nullable Direction direction,
        @Nullable BigDecimal target,
        @Nullable String statement) {}
