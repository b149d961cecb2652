package org.probatum.evidence.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An option's runs that measure a criterion. */
public record Group(
        String option, boolean statusQuo, @Nullable String title, List<Point> points) {
    /** In short; null where no run measures it, or one measures no finite number. */
    public @Nullable Sample sample() {
        return points.isEmpty() || !strays().isEmpty()
                ? null
                : Sample.of(points.stream().map(Point::value).toList());
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
