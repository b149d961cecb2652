package org.probatum.evidence.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An option's runs that measure a criterion. */
public record Group(
        String option, boolean statusQuo, @Nullable String title, List<Point> points) {
    /** In short; null where no run measures it, or the values are beyond what can be reckoned with. */
    public @Nullable Sample sample() {
        if (points.isEmpty() || !strays().isEmpty()) {
            return null;
        }
        Sample sample = Sample.of(points.stream().map(Point::value).toList());
        return Double.isFinite(sample.mean()) && Double.isFinite(sample.variance()) ? sample : null;
    }

    /** Runs whose value is no finite number. */
    public List<Point> strays() {
        return points.stream().filter(point -> !Double.isFinite(point.value())).toList();
    }

    /** What a page calls it. */
    public String name() {
        return title == null ? option : title;
    }
}
