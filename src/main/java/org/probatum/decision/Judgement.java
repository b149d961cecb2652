package org.probatum.decision;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a decision table was asked and what it answered, and which version of it that was; kept with the event it led to. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Judgement(String table, int version, Map<String, String> inputs, Map<String, String> outputs) {
    /** What was asked, on one line. */
    public String asked() {
        return line(inputs);
    }

    /** What was answered, on one line. */
    public String answered() {
        return line(outputs);
    }

    private static String line(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .filter(entry -> !entry.getValue().isEmpty())
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
