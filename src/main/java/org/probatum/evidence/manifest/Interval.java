package org.probatum.evidence.manifest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The interval around a value; the level is a share, 0.95 for 95 %. */
public record Interval(
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal level) {}
