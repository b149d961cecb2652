package org.probatum.evidence.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.support.Api;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Connected;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.FakeMlflow;
import org.probatum.support.TestDatabase;

/** Connections to trackers: kept by leads, and their secrets by nobody but the vault. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TrackersTest {
    private static final String SECRET = "hunter2-of-the-tracker";

    @Inject
    Casting casting;

    private FakeMlflow mlflow;
    private Cast cast;
    private Api lead;
    private String path;

    @BeforeEach
    void seat() {
        mlflow = FakeMlflow.two().experiment("1", "scorecards");
        cast = casting.cast();
        lead = Api.as(cast.owner());
        path = "/api/v1/trackers/" + cast.team();
    }

    @AfterEach
    void close() {
        mlflow.close();
    }

    @Test
    void are_added_changed_and_removed_by_the_lead() {
        int id = added(Map.of("name", "lab", "url", mlflow.url(), "auth", "NONE"));

        lead.request()
                .body(Map.of("url", mlflow.url() + "/mlflow", "auth", "NONE", "writesBack", true))
                .put(path + "/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("lab"))
                .body("writesBack", equalTo(true));
        lead.request().delete(path + "/" + id).then().statusCode(204);

        lead.get(path).then().body("", hasSize(0));
        lead.request()
                .body(Map.of("name", "lab", "url", mlflow.url(), "auth", "NONE"))
                .post(path)
                .then()
                .statusCode(409)
                .body("detail", containsString("references"));
    }

    @Test
    void are_seen_by_members_kept_by_leads_and_hidden_from_strangers() {
        int id = added(Map.of("name", "lab", "url", mlflow.url(), "auth", "NONE"));

        Api.as(cast.author()).get(path).then().statusCode(200).body("name", equalTo(List.of("lab")));
        Api.as(cast.author()).get(path + "/" + id + "/experiments").then().statusCode(200);
        Api.as(cast.author())
                .request()
                .body(Map.of("name", "mine", "url", mlflow.url(), "auth", "NONE"))
                .post(path)
                .then()
                .statusCode(403);
        Api.as(cast.reviewer()).get(path + "/" + id + "/experiments").then().statusCode(403);
        Api.as(cast.stranger()).get(path).then().statusCode(404);
        Api.as(cast.stranger()).get(path + "/" + id + "/experiments").then().statusCode(404);
    }

    @Test
    void are_browsed_and_searched() {
        mlflow.run("1", "4f3c", "gbm").measured("auc", 0.81).params.put("depth", "6");
        int id = added(Map.of("name", "lab", "url", mlflow.url(), "auth", "NONE"));

        lead.get(path + "/" + id + "/experiments").then().body("items[0].name", equalTo("scorecards"));
        lead.request()
                .queryParam("experiment", "1")
                .queryParam("filter", "params.depth = '6'")
                .get(path + "/" + id + "/runs")
                .then()
                .body("items[0].id", equalTo("4f3c"))
                .body("items[0].metrics.auc", equalTo("0.81"));
        lead.request()
                .queryParam("experiment", "1")
                .queryParam("filter", "what?")
                .get(path + "/" + id + "/runs")
                .then()
                .statusCode(409)
                .body("detail", containsString("Invalid clause"));
    }

    @Test
    void tell_a_secret_to_no_log_page_error_or_column() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler listening = listening(logged);
        Logger.getLogger("").addHandler(listening);
        try {
            int id = added(Map.of(
                    "name", "lab", "url", mlflow.url(), "auth", "BASIC", "username", "probatum", "secret", SECRET));
            String header = new Credential.Basic("probatum", SECRET).headers().get("Authorization");
            mlflow.asking(header);
            String key = Api.as(cast.author()).filed(Drafts.decision(cast));
            mlflow.run("1", "4f3c", "gbm");
            Connected lab = new Connected(cast, "lab", id);
            lab.imports(key, "4f3c");
            mlflow.asking("Basic bm9ib2R5");
            lab.ends(key, lab.asks(key, "4f3c"), "STOPPED");
            Response shown = Calls.request(cast.owner()).get("/team/" + cast.team() + "/trackers/" + id);
            Response tried =
                    Calls.form(cast.owner(), "").post("/team/" + cast.team() + "/trackers/" + id + "/greeting");
            Response refused = Calls.form(cast.owner(), "/url=ftp://x&/auth=BASIC&/username=probatum&/secret=" + SECRET)
                    .post("/team/" + cast.team() + "/trackers/" + id);
            Response list = lead.get(path);
            Response imports = Api.as(cast.author()).get(key, "/imports");

            for (Response answer : List.of(shown, tried, refused, list, imports)) {
                assertThat(answer.asString())
                        .isNotEmpty()
                        .doesNotContain(SECRET, header, header.substring("Basic ".length()));
            }
            assertThat(tried.asString()).contains("401");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(logged).noneMatch(line -> line.contains(SECRET) || line.contains(header));
            assertThat(Database.value("select tracker::text || encode(secret, 'escape') from tracker where id = " + id))
                    .doesNotContain(SECRET);
        } finally {
            Logger.getLogger("").removeHandler(listening);
        }
    }

    @Test
    void send_no_secret_to_an_address_it_was_not_given_for() {
        int id = added(Map.of("name", "lab", "url", mlflow.url(), "auth", "BEARER", "secret", SECRET));

        lead.request()
                .body(Map.of("url", "https://collector.example.org", "auth", "BEARER"))
                .put(path + "/" + id)
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/secret"));
        lead.request()
                .body(Map.of("url", mlflow.url(), "auth", "BEARER", "writesBack", true))
                .put(path + "/" + id)
                .then()
                .statusCode(200);

        mlflow.asking("Bearer " + SECRET);
        lead.get(path + "/" + id + "/greeting").then().statusCode(200).body("said", containsString("1 experiment"));
    }

    @Test
    void lead_to_addresses_that_may_be_called() {
        for (String url : List.of(
                "ftp://mlflow.example.org",
                "https://user:pass@mlflow.example.org",
                "https://mlflow.example.org/?token=abc",
                "not an address")) {
            lead.request()
                    .body(Map.of("name", "lab", "url", url, "auth", "NONE"))
                    .post(path)
                    .then()
                    .statusCode(422)
                    .body("violations[0].pointer", equalTo("/url"));
        }
        int id = added(Map.of("name", "inside", "url", "http://10.1.2.3:5000", "auth", "NONE"));

        lead.get(path + "/" + id + "/greeting").then().statusCode(409).body("detail", containsString("private"));
    }

    private int added(Map<String, Object> wanted) {
        return lead.request()
                .body(wanted)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Handler listening(List<String> logged) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getMessage() + java.util.Arrays.toString(entry.getParameters()) + entry.getThrown());
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
