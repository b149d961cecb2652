package org.probatum.evidence.web;

import java.util.ArrayList;
import java.util.List;

/** A scale from values to pixels, with round values marked on it. */
public record Axis(double low, double high, double from, double to) {
    private static final double AIR = 0.06;

    /** A scale that takes all these values with a little air around them; a single value lies in its middle. */
    public static Axis over(List<Double> values, double from, double to) {
        double least = values.stream().mapToDouble(v -> v).min().orElse(0);
        double most = values.stream().mapToDouble(v -> v).max().orElse(1);
        double half = (most / 2 - least / 2);
        double air = half == 0 ? Math.max(Math.abs(most) * AIR, Double.MIN_NORMAL) : 2 * half * AIR;
        return new Axis(least - air, most + air, from, to);
    }

    /** Where a value lies, in pixels. */
    public double at(double value) {
        double share = (value / 2 - low / 2) / (high / 2 - low / 2);
        return Math.round((from + share * (to - from)) * 10) / 10.0;
    }

    /** About so many round values within it. */
    public List<Double> ticks(int about) {
        double raw = (high / 2 - low / 2) * 2 / about;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = power * (raw / power < 1.5 ? 1 : raw / power < 3.5 ? 2 : raw / power < 7.5 ? 5 : 10);
        List<Double> ticks = new ArrayList<>();
        if (!(step > 0) || !Double.isFinite(step)) {
            return ticks;
        }
        for (double i = Math.ceil(low / step); i * step <= high && ticks.size() < 4 * about; i++) {
            ticks.add(i * step);
        }
        return List.copyOf(ticks);
    }
}
