package org.probatum.rerun.verdict;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;

/** Which numbers can be reckoned with: finite ones, and none so long that a sum with it would fill the memory. */
public final class Reckonable {
    private static final int LONGEST = 1000;

    private Reckonable() {}

    public static boolean is(BigDecimal value) {
        return value.precision() <= LONGEST
                && Math.abs((long) value.scale()) <= LONGEST
                && Double.isFinite(value.doubleValue());
    }

    /** Those of some measured values. */
    public static Map<String, BigDecimal> only(Map<String, BigDecimal> metrics) {
        return metrics.entrySet().stream()
                .filter(entry -> is(entry.getValue()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
