package org.probatum.evidence.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One metric of one run, step by step in the order recorded. The values are as the tracker gave them: NaN and the
 * infinities among them.
 */
public record MetricHistory(
        long run,
        String metric,
        @Nullable String dataset,
        @Nullable String split,
        List<Long> steps,
        List<Double> values) {
    /** @throws IllegalArgumentException when steps and values are not as many */
    public MetricHistory {
        if (steps.size() != values.size()) {
            throw new IllegalArgumentException(metric + ": " + steps.size() + " steps, " + values.size() + " values");
        }
        steps = List.copyOf(steps);
        values = List.copyOf(values);
    }
}
