package org.probatum.evidence.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A field that a team names itself: one metric, one parameter or one artifact.
 *
 * @param group {@code metrics}, {@code parameters} or {@code artifacts}
 * @param called its own name; an artifact goes by its path, its file name, or that without the ending
 */
public record FreeField(String group, String called) {
    private static final List<String> GROUPS = List.of("metrics", "parameters", "artifacts");

    /** What a plan calls {@code metrics.recall}; empty when it is no free field. */
    public static Optional<FreeField> named(String name) {
        String[] parts = name.split("\\.", 2);
        return parts.length == 2 && GROUPS.contains(parts[0]) && !parts[1].isBlank()
                ? Optional.of(new FreeField(parts[0], parts[1]))
                : Optional.empty();
    }

    /** The manifest records it. */
    public boolean isIn(JsonNode manifest) {
        return switch (group) {
            case "metrics" -> any(manifest.path("metrics"), "name");
            case "artifacts" -> any(manifest.path("artifacts"), "path");
            default -> manifest.at("/invocation/parameters").has(called);
        };
    }

    /** Where it belongs. */
    public String pointer() {
        return group.equals("parameters")
                ? "/invocation/parameters/" + called.replace("~", "~0").replace("/", "~1")
                : "/" + group;
    }

    /** What belongs there. */
    public String record() {
        return switch (group) {
            case "metrics" -> "a metric called \"" + called + "\" with its value, dataset and split";
            case "artifacts" -> "an artifact called \"" + called + "\" with its digest";
            default -> "the value that the parameter \"" + called + "\" had";
        };
    }

    /** How it is captured. */
    public Capture capture() {
        return switch (group) {
            case "metrics" ->
                new Capture(
                        "manifest[\"metrics\"].append({\"name\": \"" + called
                                + "\", \"value\": value, \"dataset\": name, \"split\": \"test\"})",
                        "jq '.[\"" + called + "\"]' \"$PROBATUM_OUT_DIR/metrics.json\"",
                        "mlflow.log_metric(\"" + called + "\", value, dataset=dataset)");
            case "artifacts" ->
                new Capture(
                        "manifest[\"artifacts\"].append({\"path\": \"" + called
                                + "\", \"sha256\": \"sha256:\" + hashlib.sha256((out / \"" + called
                                + "\").read_bytes()).hexdigest()})",
                        "sha256sum \"$PROBATUM_OUT_DIR/" + called + "\"",
                        "mlflow.log_artifact(out / \"" + called + "\")");
            default ->
                new Capture(
                        "manifest[\"invocation\"][\"parameters\"][\"" + called + "\"] = value",
                        "jq '.[\"" + called + "\"]' \"$PROBATUM_PARAMS\"",
                        "mlflow.log_param(\"" + called + "\", value)");
        };
    }

    private boolean any(JsonNode entries, String key) {
        for (JsonNode entry : entries) {
            String name = entry.path(key).asText("");
            boolean same = group.equals("artifacts") ? isFile(name) : name.equals(called) && entry.has("value");
            if (same) {
                return true;
            }
        }
        return false;
    }

    private boolean isFile(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return path.equals(called)
                || file.equals(called)
                || dot > 0 && file.substring(0, dot).equals(called);
    }
}
