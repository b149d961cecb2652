package org.probatum.evidence.comparison;

import org.hipparchus.distribution.continuous.TDistribution;

/** Student's t distribution, by its tails: a tail of one millionth keeps its digits. */
final class Student {
    private static final double ACCURACY = 1e-12;

    private Student() {}

    /** The probability of a value above t. */
    static double above(double t, double freedom) {
        double tail = new TDistribution(freedom, ACCURACY).cumulativeProbability(-Math.abs(t));
        return t >= 0 ? tail : 1 - tail;
    }

    /** The value that so much of the distribution lies within, on both sides of zero. */
    static double within(double level, double freedom) {
        return -new TDistribution(freedom, ACCURACY).inverseCumulativeProbability((1 - level) / 2);
    }
}
