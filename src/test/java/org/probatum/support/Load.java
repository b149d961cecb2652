package org.probatum.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.probatum.shared.Json;

/** Two clients that file decisions and pass their first gate until the service is gone, and keep what it acknowledged. */
public final class Load {
    private static final int CLIENTS = 2;
    private static final List<String> ROAD = List.of("SCOPING", "SCOPING?", "OPTIONS");

    private final PackagedService service;
    private final String author;
    private final String reviewer;
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final CountDownLatch enough;
    private final List<Thread> clients;

    private Load(PackagedService service, Connection database, int enough) throws SQLException {
        this.service = service;
        this.author = PackagedService.token(database, "mira");
        this.reviewer = PackagedService.token(database, "ivo");
        this.enough = new CountDownLatch(enough);
        this.clients = Stream.generate(() -> new Thread(this::fileAndVote, "load"))
                .limit(CLIENTS)
                .toList();
        clients.forEach(client -> client.setUncaughtExceptionHandler((thread, gone) -> {}));
        clients.forEach(Thread::start);
    }

    /** Starts, and comes back with the load still running once so much has been acknowledged. */
    public static Load of(PackagedService service, Connection database, int acknowledgements)
            throws SQLException, InterruptedException {
        Load load = new Load(service, database, acknowledgements);
        assertThat(load.enough.await(2, TimeUnit.MINUTES)).isTrue();
        return load;
    }

    /** Waits until the clients have noticed that the service is gone. */
    public void ended() throws InterruptedException {
        for (Thread client : clients) {
            client.join();
        }
    }

    /** Everything acknowledged is there; at most the one step that was under way has come on top. */
    public void isKeptBy(PackagedService again) {
        acknowledged.forEach((key, stage) -> {
            HttpResponse<String> decision = again.call("GET", "/api/v1/decisions/" + key, author, "");
            assertThat(decision.statusCode()).as(key).isEqualTo(200);
            assertThat(ROAD.indexOf(stage(decision)))
                    .as("%s, acknowledged at %s", key, stage)
                    .isBetween(ROAD.indexOf(stage), ROAD.indexOf(stage) + 1);
        });
    }

    private void fileAndVote() {
        while (true) {
            HttpResponse<String> filed = service.call("POST", "/api/v1/decisions", author, SCOPED);
            String key = String.valueOf(answer(filed).get("key"));
            String address = "/api/v1/decisions/" + key;
            acknowledge(key, filed);
            String tag = filed.headers().firstValue("ETag").orElseThrow();
            acknowledge(key, service.call("POST", address + "/submissions", author, "", "If-Match", tag));
            Object material = answer(service.call("GET", address + "/gates/scope", reviewer, ""))
                    .get("material");
            String ballot = Json.write(Map.of("vote", "APPROVE", "comment", "Read it", "material", material));
            acknowledge(key, service.call("POST", address + "/gates/scope/reviews", reviewer, ballot));
        }
    }

    private void acknowledge(String key, HttpResponse<String> answer) {
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.body());
        }
        acknowledged.put(key, stage(answer));
        enough.countDown();
    }

    private static String stage(HttpResponse<String> answer) {
        Map<?, ?> decision = answer(answer);
        return decision.get("stage") + (Boolean.TRUE.equals(decision.get("inReview")) ? "?" : "");
    }

    private static Map<?, ?> answer(HttpResponse<String> answer) {
        return Json.read(answer.body(), Map.class);
    }

    /** As far as the scope gate asks. */
    private static final String SCOPED = """
            {"apiVersion": "probatum/v1", "kind": "Decision", "team": "credit-risk", "category": "MODEL",
             "title": "Filed under load", "productionImpact": "NONE", "dataSensitivity": "INTERNAL",
             "reversibility": "EASY", "scope": {
               "outcomes": [{"metric": "auc", "direction": "HIGHER", "target": 0.79, "statement": "Rank well"}],
               "constraints": [{"statement": "p99 at or below 30 ms", "hard": true}],
               "criteria": [{"id": "auc-test", "metric": "auc", "dataset": "a", "split": "test", "direction": "HIGHER",
                             "margin": 0.01, "tolerance": {"absolute": 0.002}, "seeds": 5}]}}""";
}
