package org.probatum.evidence.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's step-down correction for several tests at once (Holm, A simple sequentially rejective multiple test procedure,
 * Scand. J. Statist. 6, 1979): the i-th smallest of m values of p counts (m − i + 1)-fold, never less than one before it,
 * at most 1. What is rejected by these is rejected at a family-wise level.
 */
public final class Holm {
    private Holm() {}

    /** The adjusted values, in the order given. */
    public static List<Double> adjusted(List<Double> raw) {
        double[] adjusted = new double[raw.size()];
        List<Integer> order = IntStream.range(0, raw.size())
                .boxed()
                .sorted(Comparator.comparing(raw::get))
                .toList();
        double floor = 0;
        for (int i = 0; i < order.size(); i++) {
            int at = order.get(i);
            floor = Math.max(floor, Math.min(1, raw.get(at) * (raw.size() - i)));
            adjusted[at] = floor;
        }
        return Arrays.stream(adjusted).boxed().toList();
    }
}
