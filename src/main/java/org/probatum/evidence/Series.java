package org.probatum.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.history.MetricHistory;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.evidence.manifest.Metric;

/** Every value of one metric in the order recorded, NaN and the infinities among them, before its run is kept. */
public record Series(
        String metric, @Nullable String dataset, @Nullable String split, List<Long> steps, List<Double> values) {

    /** What a manifest says step by step; a metric without steps has no history. */
    static List<Series> of(Manifest manifest) {
        Map<List<Object>, Series> found = new LinkedHashMap<>();
        for (Metric metric : manifest.metrics()) {
            Long step = metric.step();
            BigDecimal value = metric.value();
            if (step != null && value != null) {
                Series series = found.computeIfAbsent(
                        List.of(
                                metric.name(),
                                Objects.requireNonNullElse(metric.dataset(), ""),
                                Objects.requireNonNullElse(metric.split(), "")),
                        name -> new Series(
                                metric.name(), metric.dataset(), metric.split(), new ArrayList<>(), new ArrayList<>()));
                series.steps().add(step);
                series.values().add(value.doubleValue());
            }
        }
        return List.copyOf(found.values());
    }

    MetricHistory of(Run run) {
        return new MetricHistory(run.id(), metric, dataset, split, steps, values);
    }
}
