package org.probatum.evidence.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.people.Access;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Eventually;
import org.probatum.support.Evidence;
import org.probatum.support.Player;
import org.probatum.support.TestDatabase;

/** What is recalled disturbs whatever rests on it, in every team, once, whatever stops the carrying of it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RecallTest {
    @Inject
    Casting casting;

    @Inject
    CarryRounds rounds;

    @Inject
    CarryRecall carry;

    private Cast cast;
    private Evidence evidence;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        evidence = Evidence.fresh();
    }

    @AfterEach
    void goOn() {
        rounds.stop();
        rounds.start();
    }

    @Test
    void questions_what_is_published_and_holds_up_what_is_not_in_every_team_that_rests_on_it() {
        Cast others = casting.cast();
        String published = evidence.published(cast);
        String theirs = evidence.at(others, Gate.VERIFICATION);
        String apart = Evidence.fresh().published(cast);

        long id = recalled(cast.owner());

        carried(id);
        validity(cast.author(), published).isEqualTo("QUESTIONED");
        validity(cast.author(), apart).isEqualTo("HOLDS");
        escalation(others.owner(), theirs)
                .body("kind", hasItem("EVIDENCE_DISTURBED"))
                .body("find { it.kind == 'EVIDENCE_DISTURBED' }.measured", containsString("The labels leak"))
                .body("find { it.kind == 'EVIDENCE_DISTURBED' }.excess", equalTo(6));
        Api.as(others.author())
                .get(theirs, "/gates/verification")
                .then()
                .body("met", equalTo(false))
                .body("requirements.find { it.requirement == 'verification.unchanged' }.state", equalTo("unsatisfied"));
        Api.as(cast.author())
                .get(published, "/lineage")
                .then()
                .body("nodes.find { it.kind == 'DATASET' }.marks.word", contains("recalled"))
                .body("nodes.findAll { it.kind == 'RUN' }.marks.flatten().word", hasItem("recalled"));
    }

    @Test
    void names_no_decision_of_another_team_to_whoever_recalls() {
        Cast others = casting.cast();
        evidence.at(others, Gate.SCOPE);

        long id = recalled(cast.owner());
        carried(id);

        Api.as(cast.owner())
                .request()
                .queryParam("of", evidence.dataset())
                .get("/api/v1/dependents")
                .then()
                .body("items", empty());
        Api.as(cast.owner()).get("/api/v1/recalls/" + id).then().body("decisions", equalTo(1));
        Api.as(cast.author()).get("/api/v1/recalls/" + id).then().body("decisions", equalTo(null));
    }

    @Test
    void is_for_leads_and_the_platform_owner_with_the_right_reach() {
        evidence.at(cast, Gate.SCOPE);
        for (Player other : List.of(cast.author(), cast.reviewer(), cast.stranger(), cast.auditor())) {
            recall(other).then().statusCode(403).body("type", equalTo("/problems/lead-recalls"));
        }
        recall(casting.reaching(cast.owner(), Access.READ, Access.FILE)).then().statusCode(403);

        recall(cast.administrator()).then().statusCode(201);

        recall(cast.owner()).then().statusCode(409).body("type", equalTo("/problems/recalled-already"));
    }

    @Test
    void says_what_would_be_right_of_something_that_no_run_rests_on() {
        post(cast.owner(), Map.of("kind", "DATASET", "value", "clicks", "reason", "Spoilt", "remedy", "Run anew"))
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/value"))
                .body("violations[0].right", containsString("sha256:"));
        post(cast.owner(), Map.of("kind", "COMMIT", "value", "abc1234", "reason", "Spoilt", "remedy", "Run anew"))
                .then()
                .statusCode(422);
    }

    @Test
    void says_so_at_once_of_a_run_attached_later() {
        long id = recalled(cast.owner());
        carried(id);
        String key = Api.as(cast.author()).filed(Drafts.decision(cast));

        Api.as(cast.author())
                .post(key, "/runs", evidence.run("trees", 0.8))
                .then()
                .statusCode(201)
                .body("disturbed[0]", containsString("The labels leak"));

        escalation(cast.owner(), key).body("kind", contains("EVIDENCE_DISTURBED"));
    }

    @Test
    void is_taken_back_by_whoever_recalled_and_lets_go_of_gates_but_not_of_questions() {
        String open = evidence.at(cast, Gate.VERIFICATION);
        String published = evidence.published(cast);
        long id = recalled(cast.owner());
        carried(id);
        Cast others = casting.cast();
        withdraw(others.owner(), id).then().statusCode(403);

        withdraw(cast.owner(), id).then().statusCode(201).body("stands", equalTo(false));

        Eventually.holds(() -> escalation(cast.owner(), open)
                .body("find { it.kind == 'EVIDENCE_DISTURBED' }.state", equalTo("CLOSED")));
        Api.as(cast.author()).get(open, "/gates/verification").then().body("met", equalTo(true));
        validity(cast.author(), published).isEqualTo("QUESTIONED");
        Api.as(cast.author())
                .get(open, "/lineage")
                .then()
                .body("nodes.find { it.kind == 'DATASET' }.marks.word", contains("recall withdrawn"));
        withdraw(cast.owner(), id).then().statusCode(409);
        recall(cast.owner()).then().statusCode(201);
    }

    @Test
    void reaches_each_decision_once_when_two_nodes_carry_it_and_one_is_stopped_on_the_way() throws Exception {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            keys.add(Api.as(cast.author()).filed(Drafts.decision(cast)));
            Api.as(cast.author())
                    .post(keys.get(i), "/runs", evidence.run("trees", 0.8))
                    .then()
                    .statusCode(201);
        }
        rounds.stop();
        long id = recalled(cast.owner());
        assertThat(progress(id)).isEqualTo("0/f");

        assertThat(carry.step()).isTrue();
        assertThat(progress(id)).as("ten at a time").isEqualTo("10/f");
        QuarkusTransaction.begin();
        carry.step();
        QuarkusTransaction.rollback();
        assertThat(progress(id)).as("a node that dies takes nothing with it").isEqualTo("10/f");
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        Callable<Boolean> node = () -> {
            for (int i = 0; i < 20; i++) {
                carry.step();
            }
            return true;
        };
        nodes.invokeAll(List.of(node, node))
                .forEach(done -> assertThat(done).succeedsWithin(java.time.Duration.ofSeconds(30)));
        nodes.shutdown();
        rounds.start();
        carried(id);

        assertThat(progress(id)).isEqualTo("25/t");
        assertThat(Database.value(
                        "select count(*) || '/' || count(distinct run_id) from evidence_disturbance where recall_id = "
                                + id))
                .isEqualTo("25/25");
        assertThat(Database.value("select count(*) from escalation e join decision d on d.id = e.decision_id"
                        + " where e.kind = 'EVIDENCE_DISTURBED' and d.key in ('" + String.join("','", keys) + "')"))
                .isEqualTo("25");
    }

    @Test
    void is_on_record_for_ever() {
        evidence.at(cast, Gate.SCOPE);
        long id = recalled(cast.owner());
        carried(id);
        withdraw(cast.owner(), id).then().statusCode(201);

        for (String change : List.of(
                "update recall set reason = 'nothing' where id = " + id,
                "delete from recall where id = " + id,
                "delete from recall_end where recall_id = " + id,
                "update evidence_disturbance set what = 'nothing' where recall_id = " + id,
                "delete from evidence_disturbance where recall_id = " + id,
                "truncate evidence_disturbance_end",
                "truncate recall cascade")) {
            for (String role : List.of("probatum", "probatum_owner")) {
                assertThatThrownBy(() -> as(role, change))
                        .as(role + ": " + change)
                        .isInstanceOf(SQLException.class);
            }
        }
        Api.as(cast.stranger()).get("/api/v1/recalls").then().body("items.id", hasItem((int) id));
    }

    private Response recall(Player player) {
        return post(
                player,
                Map.of(
                        "kind", "DATASET",
                        "value", evidence.dataset(),
                        "reason", "The labels leak into the features",
                        "remedy", "Run anew on the next version"));
    }

    private static Response post(Player player, Map<String, String> terms) {
        return Api.as(player)
                .request()
                .body(org.probatum.shared.Json.write(terms))
                .post("/api/v1/recalls");
    }

    private static Response withdraw(Player player, long id) {
        return Api.as(player)
                .request()
                .body("{\"reason\": \"It was another dataset\"}")
                .post("/api/v1/recalls/" + id + "/withdrawals");
    }

    private long recalled(Player player) {
        return ((Number) recall(player)
                        .then()
                        .statusCode(201)
                        .body("withdrawn", not(notNullValue()))
                        .extract()
                        .path("id"))
                .longValue();
    }

    private static void carried(long id) {
        Eventually.holds(() -> assertThat(progress(id)).endsWith("/t"));
    }

    private static String progress(long id) {
        return Database.value("select decisions || '/' || left((done_at is not null)::text, 1) from recall_spread"
                + " where recall_id = " + id);
    }

    private static org.assertj.core.api.AbstractStringAssert<?> validity(Player player, String key) {
        return assertThat(Api.as(player).get(key, "").<String>path("validity"));
    }

    private static io.restassured.response.ValidatableResponse escalation(Player player, String key) {
        return Api.as(player).get(key, "/escalations").then().statusCode(200);
    }

    private static void as(String role, String sql) throws SQLException {
        try (Connection connection = Database.as(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
