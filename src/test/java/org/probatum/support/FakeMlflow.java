package org.probatum.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Json;

/** An MLflow server of a test's own that answers as the real ones do, 2.17 or 3, down to what they leave out. */
public final class FakeMlflow implements AutoCloseable {
    private static final String API = "/api/2.0/mlflow/";

    /** Does something else than answer; false to answer all the same. */
    public interface Misbehaviour {
        boolean instead(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final boolean three;
    private final Map<String, String> experiments = new LinkedHashMap<>();
    private final Map<String, FakeRun> runs = new ConcurrentHashMap<>();
    private final Map<String, FakeRun> ordered = java.util.Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean noting = true;
    private volatile @Nullable String authorization;
    private volatile Misbehaviour misbehaviour = exchange -> false;

    private FakeMlflow(boolean three) {
        this.three = three;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    /** One of version 2.17. */
    public static FakeMlflow two() {
        return new FakeMlflow(false);
    }

    /** One of version 3. */
    public static FakeMlflow three() {
        return new FakeMlflow(true);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Lets in only who says this. */
    public FakeMlflow asking(String header) {
        authorization = header;
        return this;
    }

    /** Does something else from now on. */
    public void behaves(Misbehaviour other) {
        misbehaviour = other;
    }

    /** Takes no notes of what is asked: for measurements. */
    public FakeMlflow silently() {
        noting = false;
        return this;
    }

    public FakeMlflow experiment(String id, String name) {
        experiments.put(id, name);
        return this;
    }

    /** A finished run. */
    public FakeRun run(String experiment, String id, String name) {
        FakeRun run = new FakeRun(id, experiment, name);
        runs.put(id, run);
        ordered.put(id, run);
        return run;
    }

    public FakeRun run(String id) {
        return runs.get(id);
    }

    /** What was asked so far, as method, path and query. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** Writes an answer as it is. */
    public static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        if (noting) {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        }
        try (exchange) {
            if (misbehaviour.instead(exchange)) {
                return;
            }
            String host = exchange.getRequestHeaders().getFirst("Host");
            if (three && !host.matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?")) {
                answer(exchange, 403, "text/plain", "Invalid Host header - possible DNS rebinding attack detected");
                return;
            }
            if (authorization != null
                    && !authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 401, "text/html", "You are not authenticated. Please see https://www.mlflow.org");
                return;
            }
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/get-artifact")) {
                artifact(exchange);
            } else if (path.startsWith(API)) {
                api(exchange, path.substring(API.length()));
            } else {
                answer(exchange, 404, "text/html", "<!doctype html><title>404 Not Found</title>");
            }
        }
    }

    private void api(HttpExchange exchange, String what) throws IOException {
        JsonNode body = exchange.getRequestMethod().equals("POST")
                ? Json.MAPPER.readTree(exchange.getRequestBody().readAllBytes())
                : FakeRun.node();
        Map<String, String> query = query(exchange);
        switch (what) {
            case "experiments/search" -> experiments(exchange, body);
            case "runs/search" -> search(exchange, body);
            case "runs/get" ->
                of(exchange, query.get("run_id"), run -> {
                    ObjectNode answer = FakeRun.node();
                    answer.set("run", run.json(three));
                    return answer;
                });
            case "metrics/get-history" -> of(exchange, query.get("run_id"), run -> history(run, query));
            case "artifacts/list" ->
                of(exchange, query.get("run_id"), run -> listed(run, query.getOrDefault("path", "")));
            case "model-versions/search" ->
                of(exchange, query.get("filter").replaceAll("run_id='(.*)'", "$1"), FakeMlflow::versions);
            case "runs/set-tag" ->
                of(exchange, body.path("run_id").asText(), run -> {
                    run.tags.put(body.path("key").asText(), body.path("value").asText());
                    return FakeRun.node();
                });
            default -> error(exchange, 404, "ENDPOINT_NOT_FOUND", "no such endpoint");
        }
    }

    /** Something about a run. */
    private interface About {
        ObjectNode of(FakeRun run);
    }

    private void of(HttpExchange exchange, @Nullable String id, About about) throws IOException {
        FakeRun run = id == null ? null : runs.get(id);
        if (run == null || run.gone) {
            error(exchange, 404, "RESOURCE_DOES_NOT_EXIST", "Run with id=" + id + " not found");
        } else {
            json(exchange, about.of(run));
        }
    }

    private void experiments(HttpExchange exchange, JsonNode asked) throws IOException {
        ObjectNode answer = FakeRun.node();
        List<String> ids = new ArrayList<>(experiments.keySet());
        page(answer, ids, asked).forEach(id -> FakeRun.list(answer, "experiments")
                .addObject()
                .put("experiment_id", id)
                .put("name", experiments.get(id))
                .put("lifecycle_stage", "active"));
        json(exchange, answer);
    }

    private void search(HttpExchange exchange, JsonNode asked) throws IOException {
        String filter = asked.path("filter").asText("");
        if (!filter.isEmpty() && !filter.matches("params\\.\\w+ = '[^']*'")) {
            error(exchange, 400, "INVALID_PARAMETER_VALUE", "Invalid clause(s) in filter string: '" + filter + "'");
            return;
        }
        List<String> ids = new ArrayList<>();
        asked.path("experiment_ids").forEach(id -> ids.add(id.asText()));
        List<FakeRun> found = List.copyOf(ordered.values()).stream()
                .filter(run -> ids.contains(run.experiment) && run.lifecycle.equals("active") && !run.gone)
                .filter(run -> filter.isEmpty()
                        || filter.equals("params." + param(filter) + " = '" + run.params.get(param(filter)) + "'"))
                .toList();
        ObjectNode answer = FakeRun.node();
        page(answer, found, asked).forEach(run -> FakeRun.list(answer, "runs").add(run.json(three)));
        json(exchange, answer);
    }

    private static String param(String filter) {
        return filter.substring("params.".length(), filter.indexOf(' '));
    }

    /** Part of a list, and where it goes on. */
    private static <T> List<T> page(ObjectNode answer, List<T> all, JsonNode asked) {
        int from = Integer.parseInt(asked.path("page_token").asText("0"));
        int to = Math.min(all.size(), from + asked.path("max_results").asInt(100));
        if (to < all.size()) {
            answer.put("next_page_token", String.valueOf(to));
        }
        return all.subList(Math.min(from, to), to);
    }

    /** Version 2 knows no pages here and sends everything, whatever it is asked for. */
    private ObjectNode history(FakeRun run, Map<String, String> query) {
        ObjectNode answer = FakeRun.node();
        String key = query.get("metric_key");
        List<FakeRun.Point> points = run.metrics.getOrDefault(key, List.of());
        if (three) {
            ObjectNode asked =
                    FakeRun.node().put("max_results", Math.min(3, Integer.parseInt(query.get("max_results"))));
            asked.put("page_token", query.getOrDefault("page_token", "0"));
            points = page(answer, points, asked);
        }
        points.forEach(point ->
                FakeRun.list(answer, "metrics").add(FakeRun.point(point).put("key", key)));
        return answer;
    }

    private static ObjectNode listed(FakeRun run, String folder) {
        ObjectNode answer = FakeRun.node().put("root_uri", "mlflow-artifacts:/" + run.id);
        String under = folder.isEmpty() ? "" : folder + "/";
        Map<String, Integer> here = new TreeMap<>();
        run.artifacts.forEach((path, bytes) -> {
            if (path.startsWith(under)) {
                int slash = path.indexOf('/', under.length());
                here.put(slash < 0 ? path : path.substring(0, slash), slash < 0 ? bytes.length : -1);
            }
        });
        here.forEach((path, size) -> {
            ObjectNode file =
                    FakeRun.list(answer, "files").addObject().put("path", path).put("is_dir", size < 0);
            if (size >= 0) {
                file.put("file_size", size);
            }
        });
        return answer;
    }

    private static ObjectNode versions(FakeRun run) {
        ObjectNode answer = FakeRun.node();
        run.versions.forEach(one -> {
            ObjectNode version = FakeRun.list(answer, "model_versions")
                    .addObject()
                    .put("name", one.name())
                    .put("version", one.version())
                    .put("current_stage", "None")
                    .put("run_id", run.id);
            one.aliases().forEach(alias -> FakeRun.list(version, "aliases").add(alias));
        });
        return answer;
    }

    private void artifact(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange);
        FakeRun run = runs.get(query.get("run_uuid"));
        byte[] bytes = run == null ? null : run.artifacts.get(query.get("path"));
        if (bytes == null) {
            error(exchange, 404, "RESOURCE_DOES_NOT_EXIST", "No such artifact");
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void error(HttpExchange exchange, int status, String code, String message) throws IOException {
        ObjectNode error = FakeRun.node().put("error_code", code).put("message", message);
        if (three) {
            error.put("sqlstate", "42P01").put("error_class", code);
        }
        answer(exchange, status, "application/json", Json.write(error));
    }

    private static void json(HttpExchange exchange, ObjectNode answer) throws IOException {
        answer(exchange, 200, "application/json", Json.write(answer));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String one : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = one.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }
}
