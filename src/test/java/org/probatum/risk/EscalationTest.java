package org.probatum.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestClock;
import org.probatum.support.TestDatabase;

/** A risk above tolerance reaches its owner, stands in the way until it is answered, and climbs while it is not. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class EscalationTest {
    @Inject
    Casting casting;

    @Inject
    TestClock clock;

    private Cast cast;
    private String key;
    private long id;

    @BeforeEach
    void fileWithGraveRisk() {
        cast = casting.cast();
        key = Road.at(cast, Gate.TRADE_OFFS, Drafts.withGraveRisk(cast));
        id = id("RISK_ABOVE_TOLERANCE");
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void says_which_threshold_was_crossed_by_how_much_and_whom_it_has_reached() {
        of(cast.owner())
                .body("[0].kind", equalTo("RISK_ABOVE_TOLERANCE"))
                .body("[0].measured", startsWith("high, 12 points"))
                .body("[0].excess", equalTo(3))
                .body("[0].level", equalTo("RISK_OWNER"))
                .body("[0].person", equalTo(cast.owner().username()))
                .body("[0].blocks", equalTo(true))
                .body("[0].yours", equalTo(true))
                .body("[0].choices", contains("ACCEPT", "DEMAND_MITIGATION", "REFUSE"));
        of(cast.author()).body("[0].yours", equalTo(false));
        assertThat(types()).contains("EscalationRaised");
        assertThat(processes()).isEqualTo(1);
    }

    @Test
    void stands_in_the_way_of_the_gate_until_its_owner_accepts_until_a_day() {
        report(cast.author()).body("requirements.requirement", hasItem("escalation." + id));

        answer(cast.owner(), "ACCEPT", 30).then().statusCode(201);

        report(cast.author()).body("met", equalTo(true));
        of(cast.owner())
                .body("[0].state", equalTo("ANSWERED"))
                .body("[0].answers[0].answer", equalTo("ACCEPT"))
                .body("[0].answers[0].by", equalTo(cast.owner().username()));
        assertThat(types()).contains("RiskAccepted", "EscalationAnswered");
        assertThat(processes()).isZero();
        assertThat(blocking()).isEqualTo("0/0");
    }

    @Test
    void is_answered_by_an_acceptance_given_where_the_risk_is_shown() {
        Api.as(cast.owner())
                .request()
                .body(Map.of("expires", day(30), "reason", "New items are few"))
                .post("/api/v1/decisions/" + key + "/risks/cold-items/acceptances")
                .then()
                .statusCode(201);

        of(cast.owner()).body("[0].state", equalTo("ANSWERED")).body("[0].answers[0].answer", equalTo("ACCEPT"));
        assertThat(processes()).isZero();
    }

    @Test
    void is_answered_by_nobody_whom_it_has_not_reached() {
        answer(cast.author(), "ACCEPT", 30)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/separation-of-duties"));
        for (Player other : List.of(cast.colleague(), cast.reviewer(), cast.auditor(), cast.administrator())) {
            answer(other, "ACCEPT", 30).then().statusCode(403).body("type", equalTo("/problems/escalation-not-yours"));
        }
        answer(cast.stranger(), "ACCEPT", 30).then().statusCode(404);
        answer(casting.reaching(cast.owner(), Access.READ, Access.FILE), "ACCEPT", 30)
                .then()
                .statusCode(403);

        report(cast.author()).body("met", equalTo(false));
    }

    @Test
    void is_answered_by_nobody_who_worked_on_the_material_not_even_past_the_service() {
        Database.change("update membership set roles = '{MEMBER,RISK_OWNER,LEAD}' where person_id = "
                + cast.owner().id());
        Api.as(cast.owner())
                .post(key, "/runs", Drafts.run("of-the-owner", 0.8))
                .then()
                .statusCode(201);

        answer(cast.owner(), "ACCEPT", 30)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/separation-of-duties"));

        String row =
                "insert into escalation_answer (id, escalation_id, decision_id, answered_by, level, answered_at, answer,"
                        + " comment) select nextval('escalation_answer_seq'), id, decision_id, "
                        + cast.author().id()
                        + ", 'LEAD', now(), 'ACCEPT', 'Fine by me' from escalation where id = " + id;
        assertThatThrownBy(() -> Database.change(row)).hasStackTraceContaining("separation-of-duties");
    }

    @Test
    void is_answered_once() {
        answer(cast.owner(), "ACCEPT", 30).then().statusCode(201);

        answer(cast.owner(), "REFUSE", 0).then().statusCode(409).body("type", equalTo("/problems/escalation-answered"));
    }

    @Test
    void refused_it_sends_an_open_gate_back_and_stands_until_the_risk_is_mitigated() {
        answer(cast.owner(), "DEMAND_MITIGATION", 0).then().statusCode(201);
        report(cast.author()).body("met", equalTo(false));
        of(cast.owner()).body("[0].state", equalTo("REFUSED"));
        assertThat(inbox(cast.owner())).doesNotContain("ESCALATION");

        rate("POSSIBLE", "MINOR");

        of(cast.owner()).body("[0].state", equalTo("CLOSED"));
        report(cast.author()).body("met", equalTo(true));
        assertThat(processes()).isZero();
    }

    @Test
    void refused_it_is_open_again_when_the_risk_is_revised_and_still_above() {
        answer(cast.owner(), "REFUSE", 0).then().statusCode(201);

        rate("LIKELY", "SEVERE");

        of(cast.owner())
                .body("[0].state", equalTo("OPEN"))
                .body("[0].id", equalTo((int) id))
                .body("size()", equalTo(1));
        assertThat(inbox(cast.owner())).contains("ESCALATION");
    }

    @Test
    void lowered_and_raised_again_the_risk_needs_a_word_again() {
        rate("RARE", "MINOR");
        report(cast.author()).body("met", equalTo(true));

        rate("LIKELY", "SEVERE");

        report(cast.author()).body("met", equalTo(false));
        assertThat(id("RISK_ABOVE_TOLERANCE")).isGreaterThan(id);
        answer(cast.owner(), "ACCEPT", 30).then().statusCode(409).body("type", equalTo("/problems/escalation-closed"));
    }

    @Test
    void a_revision_buys_no_time() {
        String due = Database.value("select due_at from escalation where id = " + id);

        rate("LIKELY", "SEVERE");

        assertThat(Database.value("select due_at from escalation where id = " + id))
                .isEqualTo(due);
    }

    @Test
    void climbs_to_the_lead_and_to_the_platform_owner_while_nobody_answers() {
        Database.change("update membership set roles = '{RISK_OWNER}' where person_id = "
                + cast.owner().id());
        Database.change("update membership set roles = '{LEAD}' where person_id = "
                + cast.second().id());
        answer(cast.second(), "ACCEPT", 30)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/escalation-not-yours"));

        clock.pass(untilDue());
        await("LEAD");
        clock.pass(untilDue());
        await("PLATFORM_OWNER");

        assertThat(types().stream().filter("EscalationClimbed"::equals)).hasSize(2);
        answer(cast.administrator(), "ACCEPT", 30).then().statusCode(201);
        report(cast.author()).body("met", equalTo(true));
    }

    @Test
    void ends_with_its_decision() {
        Api.as(cast.author())
                .post(key, "/withdrawal", Map.of("reason", "No longer needed"))
                .then()
                .statusCode(200);

        of(cast.owner()).body("[0].state", equalTo("CLOSED"));
        assertThat(processes()).isZero();
        answer(cast.owner(), "ACCEPT", 30).then().statusCode(409).body("type", equalTo("/problems/escalation-closed"));
    }

    @Test
    void answers_are_kept_for_ever() {
        answer(cast.owner(), "REFUSE", 0).then().statusCode(201);

        for (String change : List.of(
                "update escalation_answer set comment = 'Fine'",
                "delete from escalation_answer",
                "truncate escalation_answer",
                "delete from escalation")) {
            assertThatThrownBy(() -> Database.change(change)).hasStackTraceContaining("refused");
        }
    }

    @Test
    void says_until_when_and_within_a_year() {
        answer(cast.owner(), "ACCEPT", 0).then().statusCode(422).body("violations[0].pointer", equalTo("/until"));
        answer(cast.owner(), "ACCEPT", 400).then().statusCode(422);
        answer(cast.owner(), "EXTEND", 3).then().statusCode(422).body("violations[0].pointer", equalTo("/answer"));
    }

    @Test
    void is_listed_for_whom_it_has_reached_and_for_nobody_else() {
        assertThat(listed(cast.owner())).contains(key);
        assertThat(listed(cast.author())).doesNotContain(key);
        Api.as(cast.stranger())
                .get("/api/v1/escalations?team=" + cast.team())
                .then()
                .body("items", empty());
        Api.as(cast.auditor())
                .get("/api/v1/escalations?team=" + cast.team())
                .then()
                .body("items.decision", contains(key));
    }

    private void rate(String likelihood, String impact) {
        Map<String, Object> risk = new HashMap<>(
                Api.as(cast.author()).get(key, "").<Map<String, Object>>path("risks.find { it.id == 'cold-items' }"));
        risk.put("residualLikelihood", likelihood);
        risk.put("residualImpact", impact);
        risk.values().removeIf(java.util.Objects::isNull);
        Api.as(cast.author()).put(key, "/risks/cold-items", risk).then().statusCode(200);
    }

    private Response answer(Player player, String answer, int days) {
        return answer(player, id, answer, days == 0 ? null : day(days), null);
    }

    static Response answer(Player player, long id, String answer, @Nullable String until, @Nullable String person) {
        Map<String, String> said = new HashMap<>(Map.of("answer", answer, "comment", "Weighed it; " + answer));
        if (until != null) {
            said.put("until", until);
        }
        if (person != null) {
            said.put("person", person);
        }
        return Api.as(player).request().body(said).post("/api/v1/escalations/" + id + "/answers");
    }

    private String day(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(days)
                .toString();
    }

    private io.restassured.response.ValidatableResponse of(Player player) {
        return Api.as(player).get(key, "/escalations").then().statusCode(200);
    }

    private io.restassured.response.ValidatableResponse report(Player player) {
        return Api.as(player).get(key, "/gates/trade-offs").then().statusCode(200);
    }

    private List<String> types() {
        return Api.as(cast.author()).get(key, "/events?limit=100").path("type");
    }

    private static List<String> inbox(Player player) {
        return Api.as(player).get("/api/v1/inbox").path("items.kind");
    }

    private static List<String> listed(Player player) {
        return Api.as(player).get("/api/v1/escalations?whose=mine").path("items.decision");
    }

    private long id(String kind) {
        return Long.parseLong(
                Database.value("select max(e.id) from escalation e join decision d on d.id = e.decision_id"
                        + " where e.kind = '" + kind + "' and d.key = '" + key + "'"));
    }

    private String blocking() {
        return Database.value(
                "select open_escalations || '/' || blocking_escalations from decision where key = '" + key + "'");
    }

    private int processes() {
        return Integer.parseInt(Database.value(
                "select count(*) from act_ru_execution where business_key_ like 'escalation-%' and business_key_ in"
                        + " (select 'escalation-' || e.id from escalation e join decision d on d.id = e.decision_id"
                        + " where d.key = '" + key + "')"));
    }

    private Duration untilDue() {
        long due = Long.parseLong(
                Database.value("select extract(epoch from due_at)::bigint from escalation where id = " + id));
        return Duration.ofSeconds(due + 2 - clock.instant().getEpochSecond());
    }

    private void await(String level) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!Database.value("select level from escalation where id = " + id).equals(level)) {
            assertThat(System.nanoTime()).as("reaches " + level).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
