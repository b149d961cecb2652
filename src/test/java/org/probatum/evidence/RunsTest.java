package org.probatum.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.shared.Json;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.TestDatabase;

/** Runs as evidence: attached once, cited, never changed. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RunsTest {
    @Inject
    Casting casting;

    private Api author;
    private String key;

    @BeforeEach
    void file() {
        Cast cast = casting.cast();
        author = Api.as(cast.author());
        key = author.filed(Drafts.decision(cast));
    }

    @Test
    void snapshots_a_run_under_the_digest_of_its_manifest() {
        author.post(key, "/runs", Drafts.run("trees", 0.817))
                .then()
                .statusCode(201)
                .body("reference", equalTo("inline:trees"))
                .body("gaps", empty());

        String digest = Json.digest(Json.read(Drafts.run("trees", 0.817).toString(), java.util.Map.class));
        author.get(key, "/runs")
                .then()
                .body("reference", contains("inline:trees"))
                .body("digest", contains(digest));
        author.get(key, "/events").then().body("type", hasItem("RunAttached"));
    }

    @Test
    void refuses_a_second_run_of_the_same_name_whatever_it_says() {
        author.post(key, "/runs", Drafts.run("trees", 0.817)).then().statusCode(201);

        author.post(key, "/runs", Drafts.run("trees", 0.9))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/run-exists"))
                .body("detail", containsString("under another name"));

        assertThat(author.get(key, "/runs").asString())
                .contains("\"value\":0.817")
                .doesNotContain("\"value\":0.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"probatum", "probatum_owner"})
    void lets_not_even_the_database_role_change_a_snapshot(String role) throws SQLException {
        author.post(key, "/runs", Drafts.run("trees", 0.817)).then().statusCode(201);

        try (Connection connection = Database.as(role);
                Statement statement = connection.createStatement()) {
            for (String change : List.of("update run set name = 'other'", "delete from run", "truncate run cascade")) {
                assertThatThrownBy(() -> statement.execute(change))
                        .isInstanceOf(SQLException.class)
                        .satisfies(refused -> assertThat(((SQLException) refused).getSQLState())
                                .as(change)
                                .isEqualTo("42501"));
            }
        }
    }

    @Test
    void says_on_attaching_what_keeps_a_run_from_being_re_run() {
        author.post(key, "/runs", Map.of("name", "bare"))
                .then()
                .statusCode(201)
                .body(
                        "gaps.pointer",
                        contains(
                                "/code/repository",
                                "/code/commit",
                                "/invocation/command",
                                "/environment/lockFileDigest",
                                "/randomness/seeds",
                                "/data",
                                "/metrics"))
                .body("gaps.record", hasItem("the full hash of the commit that ran"));
    }

    @Test
    void takes_a_manifest_in_yaml() {
        String yaml = """
                name: trees            # from the trainer's own folder
                code: {repository: "https://git.example.org/models", commit: b7856fdd9f3485296f53c9600fcd90ceea5bb517}
                metrics:
                  - {name: auc, value: 0.817, dataset: clicks-2026q1, split: test}
                """;

        author.request()
                .contentType("application/yaml")
                .body(yaml.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/decisions/" + key + "/runs")
                .then()
                .statusCode(201)
                .body("reference", equalTo("inline:trees"))
                .body("manifest.metrics[0].name", equalTo("auc"));
    }

    @Test
    void says_where_a_manifest_in_yaml_goes_wrong() {
        author.request()
                .contentType("application/yaml")
                .body("name: trees\nmetrix: []\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/decisions/" + key + "/runs")
                .then()
                .statusCode(422)
                .body("violations[0].line", equalTo(2))
                .body("violations[0].right", containsString("metrics"));
    }

    @Test
    void cites_runs_at_an_option_that_is_there() {
        author.post(key, "/runs", Drafts.run("trees-2", 0.82)).then().statusCode(201);

        author.put(key, "/options/trees/runs", Map.of("runs", List.of("inline:trees-2")))
                .then()
                .statusCode(200)
                .body("options[1].runs", contains("inline:trees-2"));

        author.put(key, "/options/nothing/runs", Map.of("runs", List.of()))
                .then()
                .statusCode(404);
    }
}
