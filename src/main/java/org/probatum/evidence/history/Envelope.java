package org.probatum.evidence.history;

import java.util.ArrayList;
import java.util.List;

/**
 * A history thinned out for drawing: of every bucket of neighbouring points the lowest and the highest stay, so that no peak
 * is lost. Where a value was no finite number the line is broken.
 */
public final class Envelope {
    /** A point to draw; a break where the value is NaN. */
    public record Point(long step, double value) {
        /** The line ends here and begins anew after it. */
        public boolean isBreak() {
            return Double.isNaN(value);
        }
    }

    private Envelope() {}

    /** At most three points a bucket: the lowest, the highest, and a break. */
    public static List<Point> of(MetricHistory history, int buckets) {
        int size = history.values().size();
        int width = Math.max(1, (size + buckets - 1) / buckets);
        List<Point> kept = new ArrayList<>();
        for (int from = 0; from < size; from += width) {
            thin(history, from, Math.min(size, from + width), kept);
        }
        return List.copyOf(kept);
    }

    private static void thin(MetricHistory history, int from, int to, List<Point> kept) {
        int low = -1;
        int high = -1;
        boolean broken = false;
        for (int i = from; i < to; i++) {
            double value = history.values().get(i);
            if (!Double.isFinite(value)) {
                broken = true;
                continue;
            }
            low = low < 0 || value < history.values().get(low) ? i : low;
            high = high < 0 || value > history.values().get(high) ? i : high;
        }
        if (low >= 0) {
            kept.add(at(history, Math.min(low, high)));
            if (low != high) {
                kept.add(at(history, Math.max(low, high)));
            }
        }
        if (broken) {
            kept.add(new Point(history.steps().get(to - 1), Double.NaN));
        }
    }

    private static Point at(MetricHistory history, int i) {
        return new Point(history.steps().get(i), history.values().get(i));
    }
}
