package org.probatum.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.evidence.EvidenceDisturbed;
import org.probatum.people.Access;
import org.probatum.shared.Json;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Eventually;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestClock;
import org.probatum.support.TestDatabase;

/** What disturbed evidence does: a gate waits for somebody's word, and what is published is questioned until it is answered. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class QuestionTest {
    private static final String GONE = "mlflow says: run 91aa no longer exists";

    @Inject
    Casting casting;

    @Inject
    TestClock clock;

    @Inject
    Event<EvidenceDisturbed> disturbed;

    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void a_gate_waits_while_cited_evidence_is_gone_and_passes_once_it_is_accepted_until_a_day() {
        String key = Road.inReview(cast, Gate.VERIFICATION);
        vanish(key, "trees");
        assertThat(met(key)).isFalse();
        one(key, "EVIDENCE_DISTURBED")
                .body(at("EVIDENCE_DISTURBED") + "measured", containsString(GONE))
                .body(at("EVIDENCE_DISTURBED") + "blocks", equalTo(true))
                .body(at("EVIDENCE_DISTURBED") + "choices", equalTo(List.of("ACCEPT", "DEMAND_RUN")));

        answer(cast.author(), key, "ACCEPT", 20)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/separation-of-duties"));
        Api.as(cast.reviewer()).vote(key, Gate.VERIFICATION, "APPROVE").then().statusCode(Matchers.not(201));
        answer(cast.owner(), key, "ACCEPT", 20).then().statusCode(201);
        Api.as(cast.reviewer()).vote(key, Gate.VERIFICATION, "APPROVE").then().statusCode(201);

        assertThat(Api.as(cast.author()).stage(key)).isEqualTo("PUBLICATION");
    }

    @Test
    void what_is_accepted_until_a_day_disturbs_again_after_it() {
        String key = Road.at(cast, Gate.VERIFICATION);
        vanish(key, "trees");
        answer(cast.owner(), key, "ACCEPT", 5).then().statusCode(201);
        assertThat(met(key)).isTrue();

        clock.pass(Duration.ofDays(7));

        Eventually.holds(Duration.ofSeconds(30), () -> assertThat(Database.value(
                        "select count(*) from escalation e join decision d on d.id = e.decision_id where d.key = '"
                                + key + "' and e.kind = 'EVIDENCE_DISTURBED' and e.state = 'OPEN'"))
                .isEqualTo("1"));
        assertThat(met(key)).isFalse();
    }

    @Test
    void another_run_is_demanded_and_citing_one_mends_it() {
        var decision = Drafts.decision(cast);
        ((com.fasterxml.jackson.databind.node.ObjectNode) decision.at("/rationale/1"))
                .putArray("evidence")
                .add("comparison:auc-test");
        String key = Road.at(cast, Gate.VERIFICATION, decision);
        Api.as(cast.author()).submit(key).then().statusCode(201);
        vanish(key, "trees");
        answer(cast.owner(), key, "DEMAND_RUN", 0).then().statusCode(201);
        assertThat(Api.as(cast.author()).stage(key)).isEqualTo("VERIFICATION");
        Api.as(cast.author())
                .post(key, "/runs", Drafts.run("trees-anew", 0.817))
                .then()
                .statusCode(201);

        Api.as(cast.author())
                .put(
                        key,
                        "/options/trees/runs",
                        Map.of("runs", List.of("inline:trees-anew", "inline:trees-2", "inline:trees-3")))
                .then()
                .statusCode(200);
        Road.compare(cast, key);

        one(key, "EVIDENCE_DISTURBED").body(at("EVIDENCE_DISTURBED") + "state", equalTo("CLOSED"));
        assertThat(met(key)).isTrue();
    }

    @Test
    void evidence_that_nothing_cites_disturbs_nothing() {
        String key = Road.at(cast, Gate.VERIFICATION);
        Api.as(cast.author())
                .post(key, "/runs", Drafts.run("spare", 0.9))
                .then()
                .statusCode(201);

        vanish(key, "spare");

        assertThat(met(key)).isTrue();
        assertThat(Database.value("select count(*) from evidence_disturbance e join run r on r.id = e.run_id"
                        + " join decision d on d.id = r.decision_id where d.key = '" + key + "'"))
                .isEqualTo("1");
    }

    @Test
    void a_published_decision_is_questioned_once_however_often_its_tracker_is_asked() {
        String key = Road.published(cast);

        vanish(key, "trees");
        vanish(key, "trees");

        validity(key).isEqualTo("QUESTIONED");
        assertThat(Api.as(cast.author()).stage(key)).isEqualTo("PUBLISHED");
        assertThat(events(key)).filteredOn("Questioned"::equals).hasSize(1);
        assertThat(inbox(cast.owner())).contains(key);
        assertThat(page("/log/" + key, cast.stranger())).contains("Questioned", "no longer exists");
        assertThat(page("/log", cast.stranger())).contains("Questioned");
        assertThat(page("/decisions", cast.author())).contains("Questioned");
        assertThat(page("/decisions/" + key, cast.author())).contains("Questioned since", "Give it up");
    }

    @Test
    void is_reaffirmed_by_somebody_without_a_hand_in_it_and_can_be_questioned_anew() {
        String key = Road.published(cast);
        vanish(key, "trees");

        say(cast.author(), key, "reaffirmations").then().statusCode(403);
        say(cast.reviewer(), key, "reaffirmations").then().statusCode(403);
        say(cast.stranger(), key, "reaffirmations").then().statusCode(403);
        say(casting.reaching(cast.owner(), Access.READ, Access.FILE), key, "reaffirmations")
                .then()
                .statusCode(403);
        say(cast.owner(), key, "reaffirmations").then().statusCode(201);

        validity(key).isEqualTo("REAFFIRMED");
        assertThat(events(key)).contains("Reaffirmed");
        assertThat(inbox(cast.owner())).doesNotContain(key);
        assertThat(page("/decisions/" + key, cast.author())).contains("reaffirmed on", "Measured anew");
        say(cast.owner(), key, "reaffirmations").then().statusCode(409);
        say(cast.author(), key, "questions").then().statusCode(201);
        validity(key).isEqualTo("QUESTIONED");
    }

    @Test
    void is_reaffirmed_by_nobody_who_produced_its_evidence() {
        String key = Api.as(cast.author()).filed(Drafts.decision(cast));
        var run = Drafts.run("linear", 0.785);
        ((com.fasterxml.jackson.databind.node.ObjectNode) run.get("invocation"))
                .put("who", cast.owner().username());
        Api.as(cast.author()).post(key, "/runs", run).then().statusCode(201);
        Database.change("update decision set stage = 'PUBLISHED' where key = '" + key + "'");
        say(cast.author(), key, "questions").then().statusCode(201);

        say(cast.owner(), key, "reaffirmations")
                .then()
                .statusCode(403)
                .body("detail", containsString("produced a run"));
        assertThatThrownBy(() ->
                        Database.change("insert into escalation_answer (id, escalation_id, decision_id, answered_by,"
                                + " level, answered_at, answer, comment) select -e.id, e.id, d.id, "
                                + cast.owner().id()
                                + ", 'RISK_OWNER', now(), 'REAFFIRM', 'By hand' from escalation e join decision d on d.id ="
                                + " e.decision_id where d.key = '" + key + "'"))
                .hasStackTraceContaining("had a hand in decision");
    }

    @Test
    void is_revoked_for_good_by_whom_it_has_reached_or_given_up_by_its_author() {
        for (Player who : List.of(cast.owner(), cast.author())) {
            String key = Road.published(cast);
            say(who, key, "revocations").then().statusCode(409);
            vanish(key, "trees");

            say(who, key, "revocations").then().statusCode(201);

            validity(key).isEqualTo("REVOKED");
            assertThat(events(key)).contains("Revoked");
            say(cast.owner(), key, "questions").then().statusCode(409);
            vanish(key, "linear");
            validity(key).isEqualTo("REVOKED");
            assertThat(Database.value("select open_escalations from decision where key = '" + key + "'"))
                    .isEqualTo("0");
            assertThatThrownBy(
                            () -> Database.change("update decision set validity = 'HOLDS' where key = '" + key + "'"))
                    .hasStackTraceContaining("holds no more");
        }
    }

    @Test
    void is_questioned_by_its_author_a_risk_owner_or_the_lead_and_by_nobody_else() {
        String key = Road.published(cast);
        String open = Road.at(cast, Gate.SCOPE);
        for (Player other :
                List.of(cast.colleague(), cast.reviewer(), cast.stranger(), cast.auditor(), cast.administrator())) {
            say(other, key, "questions").then().statusCode(403);
        }
        say(cast.stranger(), open, "questions").then().statusCode(404);
        say(cast.author(), open, "questions").then().statusCode(409).body("type", equalTo("/problems/not-published"));
        Api.as(cast.owner())
                .request()
                .body("{\"reason\": \"x\"}")
                .post("/api/v1/decisions/" + key + "/questions")
                .then()
                .statusCode(422);

        say(cast.owner(), key, "questions").then().statusCode(201);

        validity(key).isEqualTo("QUESTIONED");
    }

    @Test
    void climbs_while_nobody_answers() {
        String key = Road.published(cast);
        say(cast.author(), key, "questions").then().statusCode(201);

        clock.pass(Duration.ofDays(12));

        Eventually.holds(
                Duration.ofSeconds(30), () -> one(key, "QUESTIONED").body(at("QUESTIONED") + "level", equalTo("LEAD")));
        one(key, "QUESTIONED").body(at("QUESTIONED") + "choices", equalTo(List.of("REAFFIRM", "REVOKE")));
    }

    private void vanish(String key, String run) {
        long[] ids = java.util.Arrays.stream(Database.value("select r.id || ' ' || d.id from run r join decision d on"
                                + " d.id = r.decision_id where r.name = '" + run + "' and d.key = '" + key + "'")
                        .split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        disturbed.fire(new EvidenceDisturbed(ids[0], ids[1], EvidenceDisturbed.Kind.VANISHED, GONE)));
    }

    private Response answer(Player player, String key, String answer, int days) {
        int id = one(key, "EVIDENCE_DISTURBED").extract().path(at("EVIDENCE_DISTURBED") + "id");
        Map<String, Object> given = new java.util.HashMap<>(Map.of("answer", answer, "comment", "I read the numbers"));
        if (days > 0) {
            given.put(
                    "until",
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                            .plusDays(days)
                            .toString());
        }
        return Api.as(player).request().body(Json.write(given)).post("/api/v1/escalations/" + id + "/answers");
    }

    private static Response say(Player player, String key, String what) {
        return Api.as(player)
                .request()
                .body("{\"reason\": \"Measured anew, on the day after\"}")
                .post("/api/v1/decisions/" + key + "/" + what);
    }

    private ValidatableResponse one(String key, String kind) {
        return Api.as(cast.owner())
                .get(key, "/escalations")
                .then()
                .statusCode(200)
                .body("kind", hasItem(kind));
    }

    private static String at(String kind) {
        return "find { it.kind == '" + kind + "' }.";
    }

    private boolean met(String key) {
        return Api.as(cast.author()).get(key, "/gates/verification").path("met");
    }

    private org.assertj.core.api.AbstractStringAssert<?> validity(String key) {
        return assertThat(Api.as(cast.author()).get(key, "").<String>path("validity"));
    }

    private List<String> events(String key) {
        return Api.as(cast.author()).get(key, "/events").path("type");
    }

    private static List<String> inbox(Player player) {
        return Api.as(player)
                .get("/api/v1/inbox?kind=ESCALATION&limit=200")
                .path("items.findAll { it.kind == 'ESCALATION' }.key");
    }

    private static String page(String path, Player player) {
        return io.restassured.RestAssured.given()
                .header("Authorization", "Bearer " + player.token())
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
