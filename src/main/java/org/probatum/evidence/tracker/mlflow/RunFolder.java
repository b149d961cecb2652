package org.probatum.evidence.tracker.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.Series;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.evidence.manifest.Metric;
import org.probatum.evidence.tracker.TrackedRun;
import org.probatum.evidence.tracker.TrackerFacts;
import org.probatum.shared.Digest;
import org.probatum.shared.document.DocumentReader;
import org.probatum.shared.document.Format;

/** One run in an mlruns folder: a file each for its parameters, tags and metrics, and one for what is said of it. */
final class RunFolder {
    private static final DocumentReader READER = new DocumentReader();
    private static final List<String> STATUSES = List.of("", "RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED");

    private final Zip zip;
    private final String folder;
    private final List<String> notes = new ArrayList<>();
    private final Map<String, History.Points> histories = new HashMap<>();

    RunFolder(Zip zip, String folder) {
        this.zip = zip;
        this.folder = folder;
    }

    static boolean isRun(Zip zip, String path) {
        JsonNode meta = meta(zip, path);
        return meta.has("run_id") || meta.has("run_uuid");
    }

    TrackedRun run() {
        JsonNode meta = meta(zip, folder + "meta.yaml");
        SortedMap<String, String> tags = texts("tags/");
        tags.keySet().removeIf(key -> key.startsWith(FactsJson.OWN));
        Map<String, Artifacts.Read> read = new HashMap<>();
        SortedMap<String, Long> artifacts = new TreeMap<>();
        each("artifacts/", (path, content) -> {
            artifacts.put(path, (long) content.length);
            read.put(path, new Artifacts.Read(Digest.of(content), content.length));
        });
        TrackerFacts facts = new TrackerFacts(
                Values.text(meta, "run_id", Values.text(meta, "run_uuid", "")),
                Values.text(meta, "experiment_id", ""),
                Values.text(meta, "run_name", tags.getOrDefault("mlflow.runName", "")),
                status(meta.path("status")),
                Values.text(meta, "lifecycle_stage", "active"),
                tags.getOrDefault("mlflow.user", Values.text(meta, "user_id")),
                Values.millis(meta, "start_time"),
                Values.millis(meta, "end_time"),
                texts("params/"),
                tags,
                metrics(),
                datasets(),
                List.of(),
                artifacts);
        Manifest manifest = ManifestMapping.of(facts, "mlruns folder", read, notes);
        List<Series> series = manifest.metrics().stream().map(this::series).toList();
        return new TrackedRun(facts, manifest, series, List.of(), notes);
    }

    private Series series(Metric metric) {
        History.Points points = Objects.requireNonNull(histories.get(metric.name()));
        return new Series(metric.name(), metric.dataset(), metric.split(), points.steps(), points.values());
    }

    private SortedMap<String, String> texts(String under) {
        SortedMap<String, String> texts = new TreeMap<>();
        each(
                under,
                (name, content) ->
                        texts.put(Values.text(name), Values.text(new String(content, StandardCharsets.UTF_8).strip())));
        return texts;
    }

    /** A line a value: when, what, and at which step; of older runs without a step. */
    private SortedMap<String, TrackerFacts.LastValue> metrics() {
        SortedMap<String, TrackerFacts.LastValue> last = new TreeMap<>();
        each("metrics/", (name, content) -> {
            History.Points points = new History.Points(new ArrayList<>(), new ArrayList<>());
            new String(content, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> {
                        String[] parts = line.strip().split("\\s+");
                        long step =
                                parts.length > 2 && parts[2].matches("-?[0-9]{1,18}") ? Long.parseLong(parts[2]) : 0;
                        points.steps().add(step);
                        points.values().add(Values.number(parts.length > 1 ? parts[1] : "NaN"));
                    });
            int newest = 0;
            for (int i = 0; i < points.steps().size(); i++) {
                newest = points.steps().get(i) >= points.steps().get(newest) ? i : newest;
            }
            if (!points.steps().isEmpty()) {
                histories.put(Values.text(name), points);
                last.put(
                        Values.text(name),
                        new TrackerFacts.LastValue(
                                String.valueOf(points.values().get(newest)),
                                points.steps().get(newest),
                                null));
            }
        });
        return last;
    }

    private List<TrackerFacts.DatasetUse> datasets() {
        String experiment = folder.replaceFirst("[^/]+/$", "");
        List<TrackerFacts.DatasetUse> uses = new ArrayList<>();
        each("inputs/", (name, content) -> {
            JsonNode input = tree(content);
            String of = experiment + "datasets/" + Values.text(input, "source_id", "") + "/meta.yaml";
            if (name.endsWith("/meta.yaml") && zip.entries().containsKey(of)) {
                JsonNode dataset = meta(zip, of);
                uses.add(new TrackerFacts.DatasetUse(
                        Values.text(dataset, "name", "unnamed"),
                        Values.text(dataset, "digest"),
                        Values.text(dataset, "source_type"),
                        Values.text(dataset, "source"),
                        Values.text(dataset, "schema"),
                        Values.text(dataset, "profile"),
                        Values.text(input.path("tags"), "mlflow.data.context")));
            }
        });
        return uses;
    }

    private void each(String under, BiConsumer<String, byte[]> taken) {
        String start = folder + under;
        zip.entries()
                .subMap(start, start + Character.MAX_VALUE)
                .forEach((path, entry) -> taken.accept(path.substring(start.length()), zip.read(entry)));
    }

    private static String status(JsonNode status) {
        int number = status.asInt(0);
        return status.isTextual()
                ? status.asText()
                : number > 0 && number < STATUSES.size() ? STATUSES.get(number) : "";
    }

    private static JsonNode meta(Zip zip, String path) {
        Zip.@Nullable Entry entry = zip.entries().get(path);
        return entry == null ? Server.JSON.createObjectNode() : tree(zip.read(entry));
    }

    private static JsonNode tree(byte[] yaml) {
        return READER.read(yaml, Format.YAML).tree();
    }
}
