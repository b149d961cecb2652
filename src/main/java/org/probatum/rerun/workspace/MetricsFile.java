package org.probatum.rerun.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probatum.shared.Problem;
import org.probatum.shared.document.DocumentReader;
import org.probatum.shared.document.Format;

/** What a command measured, as it wrote it to {@code metrics.json}; or what is wrong with that file, and then no numbers. */
record MetricsFile(Map<String, BigDecimal> metrics, Optional<String> trouble) {
    static final String NAME = "metrics.json";
    static final int MOST_BYTES = 1024 * 1024;
    private static final int MOST_METRICS = 1000;
    private static final int MOST_TOLD = 5;

    static MetricsFile read(byte[] content) {
        JsonNode tree;
        try {
            tree = new DocumentReader().read(content, Format.JSON).tree();
        } catch (Problem problem) {
            return wrong(NAME + " cannot be read: " + problem.detail());
        }
        if (!tree.isObject() || tree.size() > MOST_METRICS) {
            return wrong(NAME + " is not one JSON object of at most " + MOST_METRICS
                    + " metrics by their names, such as {\"auc\": 0.7931}");
        }
        Map<String, BigDecimal> metrics = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        tree.properties().forEach(one -> {
            if (one.getKey().isBlank()) {
                wrong.add("a metric has no name");
            } else if (one.getValue().isNumber()) {
                metrics.put(one.getKey(), one.getValue().decimalValue());
            } else {
                wrong.add("\"" + one.getKey() + "\" is " + kind(one.getValue()) + ", not a number");
            }
        });
        return wrong.isEmpty()
                ? new MetricsFile(Map.copyOf(metrics), Optional.empty())
                : wrong(NAME + ": " + String.join("; ", wrong.subList(0, Math.min(wrong.size(), MOST_TOLD))));
    }

    static MetricsFile wrong(String words) {
        return new MetricsFile(Map.of(), Optional.of(words));
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            default -> "text";
        };
    }
}
