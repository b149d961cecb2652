package org.probatum.support;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A run as a fake MLflow keeps it. Fields are changed by tests as somebody changes them behind the service's back. */
public final class FakeRun {
    /** A value of a metric, as MLflow writes it. */
    public record Point(double value, long timestamp, long step) {}

    /** A dataset that the run read. */
    public record Data(String name, String digest, String source, String profile, String context) {}

    /** A version of a registered model. */
    public record Version(String name, String version, List<String> aliases) {}

    private static final long START = 1_790_000_000_000L;

    public final String id;
    public final String experiment;
    public String name;
    public String status = "FINISHED";
    public String lifecycle = "active";
    public boolean gone;
    public final Map<String, String> params = new TreeMap<>();
    public final Map<String, String> tags = new TreeMap<>();
    public final Map<String, List<Point>> metrics = new LinkedHashMap<>();
    public final List<Data> datasets = new ArrayList<>();
    public final Map<String, byte[]> artifacts = new TreeMap<>();
    public final List<Version> versions = new ArrayList<>();
    public final List<String> modelOutputs = new ArrayList<>();

    FakeRun(String id, String experiment, String name) {
        this.id = id;
        this.experiment = experiment;
        this.name = name;
    }

    /** The metric's values, step by step. */
    public FakeRun measured(String metric, double... values) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(new Point(values[i], START + i, i));
        }
        metrics.put(metric, points);
        return this;
    }

    /** Lists that are empty are not there, nor is an end that has not come. */
    ObjectNode json(boolean three) {
        ObjectNode run = node();
        ObjectNode info = run.putObject("info")
                .put("run_uuid", id)
                .put("run_id", id)
                .put("experiment_id", experiment)
                .put("run_name", name)
                .put("user_id", "")
                .put("status", status)
                .put("start_time", START)
                .put("artifact_uri", "mlflow-artifacts:/" + experiment + "/" + id + "/artifacts")
                .put("lifecycle_stage", lifecycle);
        if (!status.equals("RUNNING")) {
            info.put("end_time", START + 60_000);
        }
        ObjectNode data = run.putObject("data");
        metrics.forEach((key, points) -> {
            if (!points.isEmpty()) {
                list(data, "metrics").add(point(points.get(points.size() - 1)).put("key", key));
            }
        });
        params.forEach(
                (key, value) -> list(data, "params").addObject().put("key", key).put("value", value));
        tags.forEach(
                (key, value) -> list(data, "tags").addObject().put("key", key).put("value", value));
        ObjectNode inputs = run.putObject("inputs");
        datasets.forEach(one -> {
            ObjectNode input = list(inputs, "dataset_inputs").addObject();
            list(input, "tags").addObject().put("key", "mlflow.data.context").put("value", one.context());
            input.putObject("dataset")
                    .put("name", one.name())
                    .put("digest", one.digest())
                    .put("source_type", "http")
                    .put("source", one.source())
                    .put("schema", "{\"mlflow_colspec\": []}")
                    .put("profile", one.profile());
        });
        if (three && !modelOutputs.isEmpty()) {
            ArrayNode outputs = run.putObject("outputs").putArray("model_outputs");
            modelOutputs.forEach(
                    model -> outputs.addObject().put("model_id", model).put("step", 0));
        }
        return run;
    }

    static ObjectNode point(Point point) {
        ObjectNode json = node().put("timestamp", point.timestamp()).put("step", point.step());
        if (Double.isNaN(point.value())) {
            return json.put("value", "NaN");
        }
        return json.put(
                "value",
                Double.isInfinite(point.value()) ? Math.copySign(Double.MAX_VALUE, point.value()) : point.value());
    }

    static ArrayNode list(ObjectNode of, String field) {
        return of.has(field) ? (ArrayNode) of.get(field) : of.putArray(field);
    }

    static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
