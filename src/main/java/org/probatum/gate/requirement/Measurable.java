package org.probatum.gate.requirement;

import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.MetricTest;

/** A condition that could be checked without asking anybody. */
final class Measurable {
    private Measurable() {}

    static boolean is(@Nullable MetricTest test) {
        return test != null
                && test.metric() != null
                && test.operator() != null
                && test.value() != null
                && test.window() != null;
    }
}
