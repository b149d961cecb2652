package org.probatum.evidence.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Evidence;
import org.probatum.support.Player;
import org.probatum.support.TestDatabase;

/** From a decision to what it rests on, and from a thing to the decisions that rest on it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LineageTest {
    @Inject
    Casting casting;

    private Cast cast;
    private Evidence evidence;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        evidence = Evidence.fresh();
    }

    @Test
    void leads_from_a_decision_by_claim_and_comparison_to_runs_and_what_they_rest_on_each_once() {
        String key = evidence.at(cast, Gate.SCOPE);

        Response graph = Api.as(cast.author()).get(key, "/lineage");

        graph.then()
                .statusCode(200)
                .body("nodes.findAll { it.kind == 'DATASET' }.subject.value", contains(evidence.dataset()))
                .body("nodes.findAll { it.kind == 'COMMIT' }.subject.value", contains(evidence.commit()))
                .body("nodes.findAll { it.kind == 'ARTIFACT' }.subject.value", contains(evidence.artifact()))
                .body("nodes.findAll { it.kind == 'RUN' }.label", hasItems("linear", "trees"));
        assertThat(reachable(graph, "decision"))
                .contains("DATASET:" + evidence.dataset(), "COMMIT:" + evidence.commit())
                .anyMatch(id -> id.startsWith("claim-"))
                .anyMatch(id -> id.startsWith("comparison:"));
        assertThat(graph.<List<Map<String, String>>>path("edges").stream()
                        .filter(edge -> edge.get("to").equals("DATASET:" + evidence.dataset())))
                .as("six runs, one dataset")
                .hasSize(6);
    }

    @Test
    void puts_thirty_seeds_together_until_they_are_opened() {
        ObjectNode decision = Drafts.decision(cast);
        ObjectNode trees = (ObjectNode) decision.withArray("options").get(1);
        for (int seed = 1; seed <= 30; seed++) {
            trees.withArray("runs").add("inline:seed-" + seed);
        }
        String key = Api.as(cast.author()).filed(decision);
        for (int seed = 1; seed <= 30; seed++) {
            Api.as(cast.author())
                    .post(key, "/runs", evidence.run("seed-" + seed, 0.8))
                    .then()
                    .statusCode(201);
        }

        String closed = page(cast.author(), "/decisions/" + key + "/lineage");
        Api.as(cast.author())
                .get(key, "/lineage?grouped=true")
                .then()
                .body("nodes.findAll { it.members == 30 }.label", contains("30 runs"))
                .body("nodes.findAll { it.members == 30 }.id", contains("runs-group-1"));
        Api.as(cast.author())
                .get(key, "/lineage")
                .then()
                .body("nodes.findAll { it.label =~ /^seed-/ }.size()", equalTo(30));

        assertThat(closed).contains("30 runs", "open=runs-group-1").doesNotContain(">seed-17<");
        assertThat(page(cast.author(), "/decisions/" + key + "/lineage?open=runs-group-1"))
                .contains(">seed-17<", "Close the groups");
    }

    @Test
    void leads_back_from_a_dataset_a_commit_s_beginning_a_run_and_an_artifact() {
        String key = evidence.at(cast, Gate.SCOPE);

        for (String of : List.of(
                evidence.dataset(), evidence.commit().substring(0, 9), evidence.commit(), evidence.artifact())) {
            dependents(cast.author(), of)
                    .then()
                    .statusCode(200)
                    .body("items.key", contains(key))
                    .body("items[0].runs", hasItems("linear", "trees"))
                    .body("items[0].stage", equalTo("SCOPING"))
                    .body("items[0].ways", hasItem("Option trees"));
        }
        String digest = Api.as(cast.author()).get(key, "/runs").path("find { it.reference == 'inline:trees' }.digest");
        dependents(cast.author(), digest).then().body("items.key", contains(key));
        dependents(cast.author(), evidence.commit().substring(0, 6)).then().statusCode(404);
        dependents(cast.author(), "").then().statusCode(422);
    }

    @Test
    void finds_a_dataset_without_a_digest_by_its_address_and_shows_that_it_is_only_declared() {
        String key = Api.as(cast.author()).filed(Drafts.decision(cast));
        ObjectNode run = evidence.run("trees", 0.8);
        String address = "s3://lake/" + cast.team();
        Drafts.first(run, "data").put("uri", address).put("version", "7").remove("sha256");
        Api.as(cast.author()).post(key, "/runs", run).then().statusCode(201);

        Api.as(cast.author())
                .get(key, "/lineage")
                .then()
                .body("nodes.find { it.kind == 'DATASET' }.declared", equalTo(true))
                .body("nodes.find { it.kind == 'DATASET' }.subject.value", equalTo(address + "@7"));
        for (String of : List.of(address, address + "@7")) {
            dependents(cast.author(), of).then().body("items.key", contains(key));
        }
    }

    @Test
    void tells_strangers_of_what_is_published_and_of_nothing_else() {
        evidence.at(cast, Gate.OPTIONS);
        String published = evidence.published(cast);

        dependents(cast.stranger(), evidence.dataset()).then().body("items.key", contains(published));
        dependents(cast.auditor(), evidence.dataset()).then().body("items.size()", equalTo(2));
        Api.as(cast.stranger()).get(published, "/lineage").then().statusCode(200);
        assertThat(page(cast.stranger(), "/lineage?of=" + evidence.commit()))
                .contains(published, "Published 1")
                .doesNotContain("Options 1", "No run rests on that");
    }

    @Test
    void goes_through_the_list_a_page_at_a_time_newest_first() {
        String first = evidence.at(cast, Gate.SCOPE);
        String second = evidence.at(cast, Gate.SCOPE);
        String third = evidence.at(cast, Gate.OPTIONS);

        Response page = Api.as(cast.author()).get("/api/v1/dependents?limit=2&of=" + evidence.commit());

        page.then().body("items.key", contains(third, second));
        Api.as(cast.author()).get(page.<String>path("next")).then().body("items.key", contains(first));
        Api.as(cast.author())
                .get("/api/v1/dependents?stage=OPTIONS&of=" + evidence.commit())
                .then()
                .body("items.key", contains(third))
                .body("next", equalTo(null));
    }

    @Test
    void knows_a_run_that_came_past_the_service() {
        String key = Api.as(cast.author()).filed(Drafts.decision(cast));

        Database.change("insert into run (id, decision_id, name, digest, attached_by, attached_at, manifest) select"
                + " -id, id, 'by-hand', 'sha256:' || md5(key), author_id, now(), '"
                + evidence.run("by-hand", 0.8) + "' from decision where key = '" + key + "'");

        dependents(cast.author(), evidence.dataset())
                .then()
                .body("items.key", contains(key))
                .body("items[0].ways", empty());
    }

    @Test
    void takes_any_manifest_that_the_database_takes() {
        String key = Api.as(cast.author()).filed(Drafts.start(cast));
        for (String odd : List.of(
                "{}", "[]", "null", "{\"data\": {}, \"artifacts\": 7, \"code\": [1]}", "{\"data\": [1, \"x\", {}]}")) {
            Database.change("insert into run (id, decision_id, name, digest, attached_by, attached_at, manifest) select"
                    + " -nextval('run_seq'), id, 'odd-' || nextval('run_seq'), 'd' || nextval('run_seq'), author_id, now(), '"
                    + odd + "' from decision where key = '" + key + "'");
        }

        assertThat(Database.value("select count(*) from run_source s join decision d on d.id = s.decision_id"
                        + " where d.key = '" + key + "'"))
                .as("itself by its digest and by its name")
                .isEqualTo("10");
    }

    @Test
    void keeps_what_runs_rest_on_as_it_was() {
        evidence.at(cast, Gate.SCOPE);

        for (String change : List.of(
                "update run_source set value = 'x' where value = '" + evidence.dataset() + "'",
                "delete from run_source where value = '" + evidence.dataset() + "'",
                "truncate run_source")) {
            for (String role : List.of("probatum", "probatum_owner")) {
                assertThatThrownBy(() -> as(role, change))
                        .as(role + ": " + change)
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    private static void as(String role, String sql) throws SQLException {
        try (Connection connection = Database.as(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Response dependents(Player player, String of) {
        return Api.as(player).request().queryParam("of", of).get("/api/v1/dependents");
    }

    private static String page(Player player, String path) {
        return io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + player.token())
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<String> reachable(Response graph, String from) {
        List<Map<String, String>> edges = graph.path("edges");
        java.util.ArrayDeque<String> open = new java.util.ArrayDeque<>(List.of(from));
        java.util.Set<String> seen = new java.util.LinkedHashSet<>();
        while (!open.isEmpty()) {
            String at = open.poll();
            if (seen.add(at)) {
                edges.stream()
                        .filter(edge -> edge.get("from").equals(at))
                        .map(edge -> edge.get("to"))
                        .forEach(open::add);
            }
        }
        return List.copyOf(seen);
    }
}
