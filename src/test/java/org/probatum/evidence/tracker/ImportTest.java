package org.probatum.evidence.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Connected;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Eventually;
import org.probatum.support.FakeMlflow;
import org.probatum.support.FakeRun;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** Runs are imported from a tracker: whole, once, and for as long as it takes. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ImportTest {
    @Inject
    Casting casting;

    @Inject
    TrackerRounds rounds;

    private FakeMlflow mlflow;
    private Cast cast;
    private Connected prod;
    private Api author;
    private String key;

    @BeforeEach
    void connect() {
        mlflow = FakeMlflow.three().experiment("1", "scorecards");
        cast = casting.cast();
        prod = Connected.to(cast, mlflow, "prod");
        author = Api.as(cast.author());
        key = author.filed(Drafts.decision(cast));
    }

    @AfterEach
    void close() {
        mlflow.close();
    }

    @Test
    void attaches_a_run_as_the_tracker_has_it_with_its_whole_history() {
        mlflow.run("1", "4f3c", "gbm").measured("auc", 0.7, 0.8, 0.81).tags.put("mlflow.user", "ada");

        int id = prod.imports(key, "4f3c");

        prod.show(key, id)
                .then()
                .body("progress.imported", equalTo(1))
                .body("runs[0].reference", equalTo("mlflow:prod/4f3c"));
        author.get(key, "/runs")
                .then()
                .body("reference", contains("mlflow:prod/4f3c"))
                .body("manifest.lineage[0].runId", equalTo("4f3c"))
                .body("manifest.metrics[0].name", contains("auc"))
                .body("gaps[0].pointer", hasItem("/code/commit"));
        author.get(key, "/events").then().body("type", hasItem("RunAttached"));
        assertThat(history("auc")).isEqualTo("{0,1,2} {0.7,0.8,0.81}");
    }

    @Test
    void keeps_histories_of_uploaded_manifests_too() {
        author.request()
                .contentType("application/yaml")
                .body("""
                        name: stepwise
                        metrics:
                          - {name: auc, value: 0.7, step: 0, split: test}
                          - {name: auc, value: 0.8, step: 10, split: test}
                          - {name: latency, value: 12}
                        """.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/decisions/" + key + "/runs")
                .then()
                .statusCode(201);

        assertThat(history("auc")).isEqualTo("{0,10} {0.7,0.8}");
    }

    @Test
    void changes_nothing_when_the_same_is_imported_again() {
        mlflow.run("1", "4f3c", "gbm").measured("auc", 0.81);
        prod.imports(key, "4f3c");

        int again = prod.imports(key, "4f3c");

        prod.show(key, again)
                .then()
                .body("progress.known", equalTo(1))
                .body("progress.imported", equalTo(0))
                .body("runs[0].reference", equalTo("mlflow:prod/4f3c"));
        author.get(key, "/runs").then().body("", hasSize(1));
    }

    @Test
    void takes_a_run_that_has_changed_since_for_another() {
        mlflow.run("1", "4f3c", "gbm").measured("auc", 0.81);
        prod.imports(key, "4f3c");

        mlflow.run("4f3c").params.put("depth", "7");
        prod.imports(key, "4f3c");

        author.get(key, "/runs").then().body("", hasSize(2)).body("reference", hasItem("mlflow:prod/4f3c"));
        assertThat(author.get(key, "/runs").<java.util.List<String>>path("reference"))
                .anyMatch(reference -> reference.matches("mlflow:prod/4f3c@[0-9a-f]{8}"));
    }

    @Test
    void imports_whatever_a_search_finds() {
        IntStream.range(0, 130).forEach(i -> mlflow.run("1", "r" + i, "run " + i)
                .measured("auc", 0.8)
                .params
                .put("kept", i < 120 ? "yes" : "no"));

        int id = prod.ends(
                key,
                prod.asks(key, Map.of("experiments", java.util.List.of("1"), "filter", "params.kept = 'yes'")),
                "DONE");

        prod.show(key, id).then().body("progress.total", equalTo(120)).body("progress.imported", equalTo(120));
    }

    @Test
    void goes_on_past_a_run_that_cannot_be_imported_and_says_why() {
        mlflow.run("1", "good", "good");
        mlflow.run("1", "dead", "dead").lifecycle = "deleted";

        int id = prod.imports(key, "dead", "good", "never");

        prod.show(key, id)
                .then()
                .body("progress.imported", equalTo(1))
                .body("progress.failed", equalTo(2))
                .body("runs[0].message", containsString("deleted in prod"))
                .body("runs[2].message", containsString("not found"));
    }

    @Test
    void stops_when_the_tracker_fails_half_way_keeps_what_was_done_and_goes_on_when_asked() {
        AtomicInteger asked = new AtomicInteger();
        IntStream.range(0, 40).forEach(i -> mlflow.run("1", "r" + i, "run " + i));
        mlflow.behaves(exchange -> {
            if (exchange.getRequestURI().getPath().endsWith("runs/get") && asked.incrementAndGet() > 15) {
                FakeMlflow.answer(exchange, 500, "text/html", "<html>Internal Server Error</html>");
                return true;
            }
            return false;
        });
        int id = prod.ends(
                key,
                prod.asks(key, IntStream.range(0, 40).mapToObj(i -> "r" + i).toArray(String[]::new)),
                "STOPPED");
        int done = prod.show(key, id).path("progress.imported");
        prod.show(key, id).then().body("progress.message", containsString("500"));
        assertThat(done).isBetween(1, 39);

        mlflow.behaves(exchange -> false);
        Response on = author.request().post("/api/v1/decisions/" + key + "/imports/" + id + "/continuations");

        prod.ends(key, on, "DONE");
        prod.show(key, id).then().body("progress.imported", equalTo(40));
        author.get(key, "/runs").then().body("", hasSize(40));
    }

    @Test
    void is_taken_over_from_a_node_that_died() {
        IntStream.range(0, 12).forEach(i -> mlflow.run("1", "r" + i, "run " + i));
        int finished = prod.imports(key, "r0", "r1", "r2");
        // A node that died in the middle: it holds the import, and nothing of it is heard any more.
        Database.change("insert into tracker_import_run (import_id, place, external_id) select " + finished
                + ", g + 1, 'r' || g from generate_series(3, 11) g");
        Database.change("update tracker_import set state = 'OPEN', listed = true, worker = gen_random_uuid(),"
                + " leased_until = now() - interval '1 second' where id = " + finished);

        Eventually.holds(() -> prod.show(key, finished).then().body("progress.state", equalTo("DONE")));

        prod.show(key, finished).then().body("progress.imported", equalTo(12));
        author.get(key, "/runs").then().body("", hasSize(12));
    }

    @Test
    void is_worked_on_by_nobody_else_while_somebody_holds_it() throws InterruptedException {
        mlflow.run("1", "r0", "run");
        int id = prod.imports(key, "r0");
        Database.change("update tracker_import set state = 'OPEN', worker = gen_random_uuid(),"
                + " leased_until = now() + interval '1 hour' where id = " + id);

        rounds.wake();
        Thread.sleep(1_500);

        prod.show(key, id).then().body("progress.state", equalTo("OPEN"));
    }

    @Test
    void goes_on_where_it_was_when_the_service_stops_in_the_middle() {
        IntStream.range(0, 60).forEach(i -> mlflow.run("1", "r" + i, "run " + i).measured("auc", 0.8, 0.9));
        mlflow.behaves(exchange -> {
            pause(10);
            return false;
        });
        Response asked =
                prod.asks(key, IntStream.range(0, 60).mapToObj(i -> "r" + i).toArray(String[]::new));
        int id = asked.path("id");
        Eventually.holds(() ->
                assertThat((int) prod.show(key, id).path("progress.imported")).isPositive());

        rounds.stop();
        int done = prod.show(key, id).path("progress.imported");
        rounds.start();

        assertThat(done).isLessThan(60);
        prod.ends(key, asked, "DONE");
        prod.show(key, id).then().body("progress.imported", equalTo(60));
    }

    @Test
    void counts_whoever_started_the_run_as_its_producer() {
        mlflow.run("1", "4f3c", "gbm").tags.put("mlflow.user", cast.reviewer().username());
        key = Road.at(cast, Gate.SCOPE);

        prod.imports(key, "4f3c");

        author.submit(key).then().statusCode(201);
        Api.as(cast.reviewer())
                .vote(key, Gate.SCOPE, "APPROVE")
                .then()
                .statusCode(403)
                .body("detail", containsString("produced a run"));
    }

    @Test
    void lets_options_cite_what_was_imported() {
        mlflow.run("1", "4f3c", "gbm");
        prod.imports(key, "4f3c");

        author.put(key, "/options/trees/runs", Map.of("runs", java.util.List.of("mlflow:prod/4f3c")))
                .then()
                .statusCode(200)
                .body("options[1].runs", contains("mlflow:prod/4f3c"));
    }

    @Test
    void shows_what_the_run_was_registered_as() {
        mlflow.run("1", "4f3c", "gbm").versions.add(new FakeRun.Version("scorecard", "3", List.of("champion")));
        mlflow.run("1", "9a1b", "linear");
        prod.imports(key, "4f3c", "9a1b");

        String page = Calls.request(cast.author())
                .get("/decisions/" + key + "/runs/gbm-4f3c")
                .asString();
        String other = Calls.request(cast.author())
                .get("/decisions/" + key + "/runs/linear-9a1b")
                .asString();

        assertThat(page).contains("Registered models", "scorecard", "champion");
        assertThat(other).contains("linear-9a1b").doesNotContain("Registered models");
    }

    @Test
    void takes_two_runs_of_the_same_name_and_the_same_beginning() {
        mlflow.run("1", "4f3c2a10aaaa", "gbm").params.put("seed", "1");
        mlflow.run("1", "4f3c2a10bbbb", "gbm").params.put("seed", "2");

        prod.imports(key, "4f3c2a10aaaa", "4f3c2a10bbbb");

        author.get(key, "/runs").then().body("", hasSize(2)).body("manifest.name", hasItem("gbm-4f3c2a10"));
    }

    @Test
    void is_asked_for_and_followed_on_pages() {
        mlflow.run("1", "4f3c", "gbm").measured("auc", 0.81);

        Response look = Calls.request(cast.author()).get("/decisions/" + key + "/import?tracker=prod&experiment=1");
        Response asked = Calls.form(cast.author(), "/tracker=prod&/runs=4f3c&/artifacts=true")
                .post("/decisions/" + key + "/import");

        assertThat(look.asString()).contains("scorecards", "gbm", "4f3c", "auc 0.81");
        assertThat(asked.statusCode()).isEqualTo(303);
        Eventually.holds(() -> assertThat(Calls.request(cast.author())
                        .get(asked.header("Location"))
                        .asString())
                .contains("1 run imported", "mlflow:prod/4f3c")
                .doesNotContain("http-equiv=\"refresh\""));
        assertThat(Calls.request(cast.author())
                        .get("/decisions/" + key + "/import")
                        .asString())
                .contains("1 of 1 run from prod");
        assertThat(Calls.request(cast.reviewer())
                        .get("/decisions/" + key + "/import")
                        .asString())
                .contains("Only members of");
    }

    @Test
    void says_on_the_page_what_a_tracker_does_instead_of_answering() {
        mlflow.behaves(exchange -> {
            FakeMlflow.answer(exchange, 200, "text/html", "<html>Sign in</html>");
            return true;
        });

        Response look = Calls.request(cast.author()).get("/decisions/" + key + "/import?tracker=prod");

        assertThat(look.statusCode()).isEqualTo(200);
        assertThat(look.asString()).contains("instead of JSON");
    }

    @Test
    void says_what_is_wrong_with_a_wish() {
        prod.asks(key, Map.of()).then().statusCode(422).body("violations[0].right", containsString("experiments"));
        author.request()
                .body(Map.of("tracker", "nowhere", "runs", java.util.List.of("4f3c")))
                .post("/api/v1/decisions/" + key + "/imports")
                .then()
                .statusCode(422)
                .body("violations[0].wrong", containsString("nowhere"));
        prod.asks(key, "../../etc/passwd").then().statusCode(422);
        Api.as(cast.stranger())
                .request()
                .body(Map.of("tracker", "prod", "runs", java.util.List.of("4f3c")))
                .post("/api/v1/decisions/" + key + "/imports")
                .then()
                .statusCode(404);
        Api.as(cast.reviewer())
                .request()
                .body(Map.of("tracker", "prod", "runs", java.util.List.of("4f3c")))
                .post("/api/v1/decisions/" + key + "/imports")
                .then()
                .statusCode(403);
    }

    private String history(String metric) {
        return Database.value(
                "select h.steps::text || ' ' || h.\"values\"::text from metric_history h join run r on r.id = h.run_id"
                        + " join decision d on d.id = r.decision_id where d.key = '" + key + "' and h.metric = '"
                        + metric + "'");
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
