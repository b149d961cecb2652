package org.probatum.decision.material;

import org.jspecify.annotations.Nullable;

/** One step of the way into production and the condition for taking the next. */
public record RolloutStep(@Nullable String step, @Nullable MetricTest go) {}
