package org.probatum.evidence.comparison;

import java.util.List;

/**
 * What some runs measured, in short: how many they are, their mean, and the variance of the sample (divided by n − 1; zero
 * for a single run, of which nothing is known).
 */
public record Sample(int n, double mean, double variance) {
    /** @throws IllegalArgumentException when there is no value, or one that is no finite number */
    public static Sample of(List<Double> values) {
        if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a sample takes at least one value, and finite ones only: " + values);
        }
        if (values.stream().distinct().count() == 1) {
            return new Sample(values.size(), values.get(0), 0);
        }
        double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return new Sample(values.size(), mean, squares / (values.size() - 1));
    }

    /** Two runs at least: there is a spread to speak of. */
    public boolean hasSpread() {
        return n > 1;
    }

    /** The standard deviation of the sample. */
    public double deviation() {
        return Math.sqrt(variance);
    }

    /** The variance of the mean. */
    double ofMean() {
        return variance / n;
    }

    /**
     * The t interval of the mean: mean ± t(1 − α/2; n − 1) · s / √n (NIST/SEMATECH e-Handbook of Statistical Methods,
     * 1.3.5.2).
     *
     * @throws IllegalStateException for a single run
     */
    public Band interval(double level) {
        if (!hasSpread()) {
            throw new IllegalStateException("one run has no interval");
        }
        double half = variance == 0 ? 0 : Student.within(level, n - 1) * Math.sqrt(ofMean());
        return new Band(mean - half, mean + half);
    }
}
