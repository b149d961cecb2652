package org.probatum.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestClock;
import org.probatum.support.TestDatabase;

/** Due means due after publication too: reminders before the day, escalations after it, until somebody says it is done. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class FollowUpTest {
    @Inject
    Casting casting;

    @Inject
    TestClock clock;

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
    void publication_starts_one_for_each_follow_up_and_each_verification_of_a_risk() {
        String key = awaited(20);

        assertThat(kinds(key))
                .containsExactlyInAnyOrder("FOLLOW_UP", "FOLLOW_UP", "RISK_VERIFICATION", "RISK_VERIFICATION");
        assertThat(processes(key)).isEqualTo(4);
        assertThat(Api.as(cast.author()).get("/api/v1/inbox").<List<String>>path("items.kind"))
                .contains("FOLLOW_UP");
    }

    @Test
    void is_over_when_it_is_done_even_before_the_wait_for_it_has_begun() {
        Database.change("create function never_begin() returns trigger language plpgsql as"
                + " $$ begin raise exception 'not yet'; end $$;"
                + " create trigger never_begin before insert on act_ru_task for each row"
                + " when (new.task_def_key_ = 'Task_VerifyFollowUp') execute function never_begin()");
        String key;
        try {
            key = published(20);
            verify(cast.author(), key, "DONE").then().statusCode(201);
            assertThat(processes(key)).isZero();
        } finally {
            Database.change("drop trigger never_begin on act_ru_task; drop function never_begin()");
        }
        // The engine tries again by itself; here its next try is brought forward.
        Database.change("update act_ru_job set retries_ = 3, duedate_ = null, lock_owner_ = null, lock_exp_time_ = null"
                + " where process_instance_id_ in (select proc_inst_id_ from act_ru_execution where business_key_ ="
                + " 'published-" + id(key) + "')");

        awaitTrue("select count(*) = 3 from act_ru_execution where business_key_ in"
                + " (select 'follow-up-' || id from follow_up where decision_id = " + id(key) + ")");
        assertThat(Database.value("select state from follow_up where kind = 'FOLLOW_UP' and decision_id = " + id(key)
                        + " order by id limit 1"))
                .isEqualTo("DONE");
    }

    @Test
    void reminds_before_the_day_escalates_after_it_and_is_over_when_it_is_done() {
        String key = awaited(20);
        clock.pass(Duration.ofDays(18));
        await(key, "FollowUpReminded");
        clock.pass(Duration.ofDays(4));
        await(key, "EscalationRaised");
        assertThat(kindOf(key)).isEqualTo("FOLLOW_UP_OVERDUE/LEAD/OPEN");

        verify(cast.owner(), key, "DONE")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/accountable-verifies"));
        verify(cast.author(), key, "DONE").then().statusCode(201);

        assertThat(kindOf(key)).isEqualTo("FOLLOW_UP_OVERDUE/LEAD/CLOSED");
        assertThat(processes(key)).isEqualTo(3);
        verify(cast.author(), key, "DONE").then().statusCode(409).body("type", equalTo("/problems/follow-up-over"));
    }

    @Test
    void a_failure_is_escalated_at_once_and_promised_anew_by_another() {
        String key = awaited(20);

        verify(cast.author(), key, "FAILED").then().statusCode(201);

        assertThat(kindOf(key)).isEqualTo("FOLLOW_UP_FAILED/LEAD/OPEN");
        EscalationTest.answer(
                        cast.owner(),
                        last(key),
                        "REASSIGN",
                        day(60),
                        cast.colleague().username())
                .then()
                .statusCode(201);
        assertThat(processes(key)).isEqualTo(4);
        assertThat(Api.as(cast.colleague()).get("/api/v1/inbox").<List<String>>path("items.kind"))
                .contains("FOLLOW_UP");
    }

    @Test
    void extended_it_is_reminded_of_and_escalated_again_by_the_new_day() {
        String key = awaited(5);
        clock.pass(Duration.ofDays(6));
        await(key, "EscalationRaised");
        long first = last(key);
        EscalationTest.answer(cast.owner(), first, "EXTEND", day(20), null)
                .then()
                .statusCode(201);

        clock.pass(Duration.ofDays(22));
        awaitTrue("select count(*) = 2 from escalation where decision_id = " + id(key));

        assertThat(kindOf(key)).isEqualTo("FOLLOW_UP_OVERDUE/LEAD/OPEN");
    }

    @Test
    void an_acceptance_about_to_end_asks_its_holder_and_blocks_once_it_has_ended() {
        ObjectNode risky = Drafts.withGraveRisk(cast);
        String key = Road.at(cast, Gate.TRADE_OFFS, risky);
        accept(key, 20);

        clock.pass(Duration.ofDays(19));
        awaitKind(key, "ACCEPTANCE_EXPIRING/RISK_OWNER/OPEN");
        assertThat(met(key)).isTrue();
        clock.pass(Duration.ofDays(2));
        awaitKind(key, "ACCEPTANCE_EXPIRED/RISK_OWNER/OPEN");
        assertThat(met(key)).isFalse();

        EscalationTest.answer(cast.owner(), last(key), "RENEW", day(30), null)
                .then()
                .statusCode(201);

        assertThat(met(key)).isTrue();
        assertThat(processes(key))
                .as("one wait for the end of the acceptance renewed")
                .isEqualTo(1);
    }

    @Test
    void an_acceptance_that_ends_after_publication_is_renewed_or_the_decision_is_questioned() {
        String key = Road.at(cast, Gate.TRADE_OFFS, Drafts.withGraveRisk(cast));
        accept(key, 20);
        for (Gate gate : List.of(Gate.TRADE_OFFS, Gate.VERIFICATION, Gate.PUBLICATION)) {
            Road.pass(cast, key, gate);
        }
        clock.pass(Duration.ofDays(22));
        awaitKind(key, "ACCEPTANCE_EXPIRED/RISK_OWNER/OPEN");

        EscalationTest.answer(cast.owner(), last(key), "DEMAND_MITIGATION", null, null)
                .then()
                .statusCode(422);
        EscalationTest.answer(cast.owner(), last(key), "QUESTION", null, null)
                .then()
                .statusCode(201);

        assertThat(kindOf(key)).isEqualTo("QUESTIONED/RISK_OWNER/OPEN");
        assertThat(Api.as(cast.author()).get(key, "").<String>path("validity")).isEqualTo("QUESTIONED");
    }

    @Test
    void an_acceptance_that_ends_after_publication_questions_the_decision_and_its_renewal_reaffirms_it() {
        String key = Road.at(cast, Gate.TRADE_OFFS, Drafts.withGraveRisk(cast));
        accept(key, 20);
        for (Gate gate : List.of(Gate.TRADE_OFFS, Gate.VERIFICATION, Gate.PUBLICATION)) {
            Road.pass(cast, key, gate);
        }
        clock.pass(Duration.ofDays(22));
        awaitKind(key, "ACCEPTANCE_EXPIRED/RISK_OWNER/OPEN");
        assertThat(Api.as(cast.author()).get(key, "").<String>path("validity")).isEqualTo("QUESTIONED");

        EscalationTest.answer(cast.owner(), last(key), "RENEW", day(30), null)
                .then()
                .statusCode(201);

        assertThat(Api.as(cast.author()).get(key, "").<String>path("validity")).isEqualTo("REAFFIRMED");
    }

    @Test
    void an_overdue_gate_reaches_the_lead_and_is_answered_by_deciding_it() {
        String key = Road.inReview(cast, Gate.SCOPE);
        late(key);

        assertThat(kindOf(key)).isEqualTo("OVERDUE_GATE/LEAD/OPEN");
        assertThat(Api.as(cast.owner()).get("/api/v1/inbox").<List<String>>path("items.kind"))
                .contains("ESCALATION");
        Api.as(cast.reviewer()).vote(key, Gate.SCOPE, "APPROVE").then().statusCode(201);

        assertThat(kindOf(key)).isEqualTo("OVERDUE_GATE/LEAD/CLOSED");
    }

    @Test
    void an_overdue_gate_is_extended_once_and_escalated_again_by_its_new_day() {
        String key = Road.inReview(cast, Gate.SCOPE);
        late(key);
        EscalationTest.answer(cast.owner(), last(key), "EXTEND", day(5), null)
                .then()
                .statusCode(201);
        assertThat(kindOf(key)).isEqualTo("OVERDUE_GATE/LEAD/ANSWERED");

        clock.pass(Duration.ofDays(7));
        awaitKind(key, "OVERDUE_GATE/LEAD/OPEN");

        EscalationTest.answer(cast.owner(), last(key), "EXTEND", day(5), null)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/extended-before"));
    }

    @Test
    void somebody_else_is_asked_to_review_a_late_gate_but_nobody_who_worked_on_it() {
        String key = Road.inReview(cast, Gate.SCOPE);
        late(key);

        EscalationTest.answer(
                        cast.owner(), last(key), "REASSIGN", null, cast.author().username())
                .then()
                .statusCode(422);
        EscalationTest.answer(
                        cast.owner(),
                        last(key),
                        "REASSIGN",
                        null,
                        cast.colleague().username())
                .then()
                .statusCode(422)
                .body(
                        "violations[0].wrong",
                        equalTo(cast.colleague().username() + " fits no seat of the gate that is open"));
        EscalationTest.answer(
                        cast.owner(), last(key), "REASSIGN", null, cast.second().username())
                .then()
                .statusCode(201);

        assertThat(kindOf(key)).isEqualTo("OVERDUE_GATE/LEAD/OPEN");
        assertThat(Database.value("select count(*) from work_item where kind = 'REVIEW' and person_id = "
                        + cast.second().id() + " and decision_id = " + id(key)))
                .isEqualTo("1");
    }

    @Test
    void accepted_risk_beyond_the_appetite_is_borne_by_a_word_of_its_own() {
        Database.change("update team set appetite = 20 where slug = '" + cast.team() + "'");
        accept(Road.at(cast, Gate.TRADE_OFFS, Drafts.withGraveRisk(cast)), 30);
        String key = Road.at(cast, Gate.TRADE_OFFS, Drafts.withGraveRisk(cast));
        accept(key, 30);
        assertThat(kindOf(key)).isEqualTo("APPETITE_EXCEEDED/RISK_OWNER/OPEN");
        assertThat(met(key)).isFalse();

        EscalationTest.answer(cast.owner(), last(key), "ACCEPT", day(30), null)
                .then()
                .statusCode(201);

        assertThat(met(key)).isTrue();
    }

    private String published(int days) {
        ObjectNode decision = Drafts.decision(cast);
        ((ObjectNode) decision.withArray("followUps").get(0))
                .put("due", day(days))
                .put("accountable", cast.author().username());
        String key = Road.at(cast, Gate.PUBLICATION, decision);
        Road.pass(cast, key, Gate.PUBLICATION);
        return key;
    }

    private String awaited(int days) {
        String key = published(days);
        awaitTrue("select count(*) = 0 from follow_up where task_id is null and decision_id = " + id(key));
        return key;
    }

    private void late(String key) {
        long due = Long.parseLong(
                Database.value("select extract(epoch from due_at)::bigint from decision where key = '" + key + "'"));
        clock.pass(Duration.ofSeconds(due + 2 - clock.instant().getEpochSecond()));
        await(key, "EscalationRaised");
    }

    private void accept(String key, int days) {
        Api.as(cast.owner())
                .request()
                .body(Map.of("expires", day(days), "reason", "New items are few"))
                .post("/api/v1/decisions/" + key + "/risks/cold-items/acceptances")
                .then()
                .statusCode(201);
    }

    private Response verify(Player player, String key, String result) {
        String followUp = Database.value(
                "select id from follow_up where kind = 'FOLLOW_UP' and decision_id = " + id(key) + " order by id");
        return Api.as(player)
                .request()
                .body(Map.of("result", result, "note", "Looked at it"))
                .post("/api/v1/decisions/" + key + "/verifications/" + followUp);
    }

    private boolean met(String key) {
        return Api.as(cast.author()).get(key, "/gates/trade-offs").path("met");
    }

    private List<String> kinds(String key) {
        return Api.as(cast.author()).get(key, "/verifications").path("kind");
    }

    private String day(int days) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(days)
                .toString();
    }

    private static String kindOf(String key) {
        return Database.value(
                "select coalesce((select kind || '/' || level || '/' || state from escalation where decision_id = "
                        + id(key) + " order by id desc limit 1), '')");
    }

    private static long last(String key) {
        return Long.parseLong(Database.value("select max(id) from escalation where decision_id = " + id(key)));
    }

    private static int processes(String key) {
        return Integer.parseInt(Database.value("select count(*) from act_ru_execution where business_key_ in"
                + " (select 'follow-up-' || id from follow_up where decision_id = " + id(key) + ")"));
    }

    private static String id(String key) {
        return Database.value("select id from decision where key = '" + key + "'");
    }

    private void await(String key, String type) {
        awaitTrue("select count(*) > 0 from decision_event where type = '" + type + "' and decision_id = " + id(key));
    }

    private void awaitKind(String key, String kind) {
        awaitTrue("select '" + kind
                + "' = (select kind || '/' || level || '/' || state from escalation where decision_id = " + id(key)
                + " order by id desc limit 1)");
    }

    private static void awaitTrue(String sql) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!"t".equals(Database.value(sql))) {
            assertThat(System.nanoTime()).as(sql).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
