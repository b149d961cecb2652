package org.probatum.evidence.tracker.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.tracker.TrackerFacts;

/** A run as {@code runs/get} answers it. Lists that are empty are not there, nor is an end that has not come. */
final class FactsJson {
    /** Tags of the service's own, written on publication: they change nothing about the run. */
    static final String OWN = "probatum.";

    private FactsJson() {}

    static TrackerFacts of(JsonNode run, @Nullable SortedMap<String, Long> artifacts) {
        JsonNode info = run.path("info");
        JsonNode data = run.path("data");
        SortedMap<String, String> tags = pairs(data.path("tags"));
        tags.keySet().removeIf(key -> key.startsWith(OWN));
        return new TrackerFacts(
                Values.text(info, "run_id", Values.text(info, "run_uuid", "")),
                Values.text(info, "experiment_id", ""),
                Values.text(info, "run_name", tags.getOrDefault("mlflow.runName", "")),
                Values.text(info, "status", ""),
                Values.text(info, "lifecycle_stage", "active"),
                tags.getOrDefault("mlflow.user", Values.text(info, "user_id")),
                Values.millis(info, "start_time"),
                Values.millis(info, "end_time"),
                pairs(data.path("params")),
                tags,
                metrics(data.path("metrics")),
                datasets(run.path("inputs").path("dataset_inputs")),
                outputs(run.path("outputs").path("model_outputs")),
                artifacts);
    }

    private static SortedMap<String, String> pairs(JsonNode list) {
        SortedMap<String, String> pairs = new TreeMap<>();
        list.forEach(one -> pairs.put(
                Values.text(one, "key", ""), Values.text(one.path("value").asText())));
        return pairs;
    }

    private static SortedMap<String, TrackerFacts.LastValue> metrics(JsonNode list) {
        SortedMap<String, TrackerFacts.LastValue> metrics = new TreeMap<>();
        list.forEach(one -> metrics.put(
                Values.text(one, "key", ""),
                new TrackerFacts.LastValue(
                        String.valueOf(Values.number(one.path("value"))),
                        one.path("step").asLong(0),
                        Values.text(one, "dataset_name"))));
        return metrics;
    }

    private static List<TrackerFacts.DatasetUse> datasets(JsonNode list) {
        List<TrackerFacts.DatasetUse> uses = new ArrayList<>();
        list.forEach(one -> {
            JsonNode dataset = one.path("dataset");
            uses.add(new TrackerFacts.DatasetUse(
                    Values.text(dataset, "name", "unnamed"),
                    Values.text(dataset, "digest"),
                    Values.text(dataset, "source_type"),
                    Values.text(dataset, "source"),
                    Values.text(dataset, "schema"),
                    Values.text(dataset, "profile"),
                    pairs(one.path("tags")).get("mlflow.data.context")));
        });
        uses.sort(Comparator.comparing(
                use -> use.name() + " " + use.digest() + " " + use.context() + " " + use.source()));
        return uses;
    }

    private static List<String> outputs(JsonNode list) {
        List<String> outputs = new ArrayList<>();
        list.forEach(one -> outputs.add(Values.text(one, "model_id", "")));
        outputs.sort(Comparator.naturalOrder());
        return outputs;
    }
}
