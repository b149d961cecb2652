package org.probatum.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Away;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Line;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** Whoever stands in for somebody decides as they might have, both names are kept, and nobody's own work is judged that way. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StandInTest {
    private static final String SECURITY_OF_TREES =
            "tradeOffs.find { it.option == 'trees' && it.dimension == 'SECURITY' }";

    @Inject
    Casting casting;

    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void votes_as_the_absent_reviewer_might_have_and_both_are_on_record(Gate gate) {
        String key = Road.inReview(cast, gate);
        Away.delegated(cast.second(), cast.colleague());

        refused(Api.as(cast.colleague()).vote(key, gate, "APPROVE"), "slot-needs-role");
        voteFor(cast.second(), cast.colleague(), key, gate).then().statusCode(201);

        assertThat(Database.value("select reviewer_id || ' for ' || for_id from review r join decision d on d.id ="
                        + " r.decision_id where d.key = '" + key + "' order by r.id desc limit 1"))
                .isEqualTo(cast.colleague().id() + " for " + cast.second().id());
        assertThat(Database.value("select payload #>> '{onBehalfOf,username}' || ': ' || summary from decision_event e"
                        + " join decision d on d.id = e.decision_id where d.key = '" + key
                        + "' and type = 'Reviewed' order by seq desc limit 1"))
                .startsWith(cast.second().username() + ": approved the ")
                .contains(" for " + cast.second().username());
        String page = gate == Gate.PUBLICATION ? "/log/" + key : "/decisions/" + key;
        Calls.request(cast.author())
                .accept("text/html")
                .get(page)
                .then()
                .statusCode(200)
                .body(containsString("<b>" + cast.colleague().username() + "</b> for <b>"
                        + cast.second().username()));
    }

    @Test
    void votes_from_the_page_which_says_for_whom() {
        String key = Road.inReview(cast, Gate.SCOPE);
        Away.delegated(cast.second(), cast.colleague());
        String gate = "/decisions/" + key + "/gates/scope";

        Calls.request(cast.colleague())
                .get(gate)
                .then()
                .body(containsString("You vote for " + cast.second().username() + ", who is away"));
        Calls.form(
                        cast.colleague(),
                        "/vote=APPROVE&/comment=Read it&/material="
                                + Api.as(cast.colleague()).material(key, Gate.SCOPE) + "&/onBehalfOf="
                                + cast.second().username())
                .post(gate + "/reviews")
                .then()
                .statusCode(303);

        assertThat(Api.as(cast.author()).stage(key)).isEqualTo("OPTIONS");
    }

    @Test
    void decides_for_nobody_who_has_not_said_so_nor_after_they_are_back() {
        String key = Road.inReview(cast, Gate.SCOPE);
        refused(voteFor(cast.second(), cast.colleague(), key, Gate.SCOPE), "not-your-delegation");
        long delegation = Away.delegated(cast.second(), cast.colleague());
        refused(voteFor(cast.reviewer(), cast.colleague(), key, Gate.SCOPE), "not-your-delegation");
        refused(
                voteFor(cast.second(), casting.reaching(cast.colleague(), "read", "file"), key, Gate.SCOPE),
                "out-of-reach");

        Away.ended(cast.second(), delegation).then().statusCode(204);

        refused(voteFor(cast.second(), cast.colleague(), key, Gate.SCOPE), "not-your-delegation");
        assertThat(Api.as(cast.author()).stage(key)).isEqualTo("SCOPING?");
    }

    @Test
    void lends_no_more_than_the_absent_person_has() {
        String key = Road.inReview(cast, Gate.PUBLICATION);
        Away.delegated(cast.owner(), cast.colleague());

        refused(voteFor(cast.owner(), cast.colleague(), key, Gate.PUBLICATION), "slot-needs-role");
    }

    @Test
    void is_barred_where_the_absent_person_is_and_where_the_delegate_is() {
        alsoHolds(cast.reviewer(), "MEMBER,REVIEWER,PUBLISHER");
        String key = Road.inReview(cast, Gate.SCOPE);
        Away.delegated(cast.reviewer(), cast.colleague());
        Away.delegated(cast.second(), cast.author());
        refused(voteFor(cast.second(), cast.author(), key, Gate.SCOPE), "separation-of-duties");

        edit(cast.reviewer(), key);

        refused(voteFor(cast.reviewer(), cast.colleague(), key, Gate.SCOPE), "separation-of-duties");
        edit(cast.colleague(), key);
        refused(voteFor(cast.reviewer(), cast.colleague(), key, Gate.SCOPE), "separation-of-duties");
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void judges_nothing_of_whom_they_stand_in_for_whatever_roles_either_holds(Gate gate) {
        alsoHolds(cast.author(), "MEMBER,REVIEWER,PUBLISHER,RISK_OWNER,LEAD");
        String key = Road.inReview(cast, gate);
        long delegation = Away.delegated(cast.author(), cast.second());

        refused(Api.as(cast.second()).vote(key, gate, "APPROVE"), "separation-of-duties")
                .then()
                .body("detail", containsString("stand in for"));
        refused(voteFor(cast.author(), cast.second(), key, gate), "separation-of-duties");
        Calls.request(cast.second())
                .get("/decisions/" + key + "/gates/" + gate.slug())
                .then()
                .body(containsString("Nobody judges the work of somebody they stand in for"));
        waits(cast.second(), key, false);

        Away.ended(cast.author(), delegation).then().statusCode(204);
        waits(cast.second(), key, true);
        Api.as(cast.second()).vote(key, gate, "APPROVE").then().statusCode(201);
    }

    @Test
    void made_before_the_decision_was_filed_bars_as_well() {
        alsoHolds(cast.author(), "MEMBER,LEAD");
        Away.delegated(cast.author(), cast.second());

        String key = Road.inReview(cast, Gate.SCOPE);

        refused(Api.as(cast.second()).vote(key, Gate.SCOPE, "APPROVE"), "separation-of-duties");
        Api.as(cast.reviewer()).vote(key, Gate.SCOPE, "APPROVE").then().statusCode(201);
    }

    @Test
    void whoever_produced_a_run_judges_nothing_of_it_nor_does_their_delegate() {
        String key = Road.at(cast, Gate.SCOPE);
        Away.delegated(cast.second(), cast.owner());
        ObjectNode run = Drafts.run("by-the-second", 0.81);
        ((ObjectNode) run.get("invocation")).put("who", cast.second().username());
        Api.as(cast.author()).post(key, "/runs", run).then().statusCode(201);
        Api.as(cast.author()).submit(key).then().statusCode(201);

        refused(Api.as(cast.second()).vote(key, Gate.SCOPE, "APPROVE"), "separation-of-duties")
                .then()
                .body("detail", containsString("produced a run"));
        refused(Api.as(cast.owner()).vote(key, Gate.SCOPE, "APPROVE"), "separation-of-duties");
        waits(cast.second(), key, false);
        waits(cast.owner(), key, false);
        Api.as(cast.reviewer()).vote(key, Gate.SCOPE, "APPROVE").then().statusCode(201);
    }

    @Test
    void assesses_with_the_absent_persons_competence_and_only_by_a_token_that_reviews() {
        String key = Road.at(cast, Gate.OPTIONS);
        Road.pass(cast, key, Gate.OPTIONS);
        Away.delegated(cast.reviewer(), cast.colleague());
        refused(
                Api.as(casting.reaching(cast.colleague(), "read", "file")).assess(key, "trees", "security"),
                "competence-needed");
        refused(Api.as(cast.colleague()).assess(key, "trees", "operability"), "competence-needed");

        Api.as(cast.colleague()).assess(key, "trees", "security").then().statusCode(200);

        Api.as(cast.author())
                .get(key, "")
                .then()
                .body(SECURITY_OF_TREES + ".onBehalfOf", equalTo(cast.reviewer().username()))
                .body(SECURITY_OF_TREES + ".competent", equalTo(true));
    }

    @Test
    void assesses_nothing_independently_of_whom_they_stand_in_for() {
        alsoHolds(cast.author(), "MEMBER,LEAD");
        String key = Road.at(cast, Gate.OPTIONS);
        Road.pass(cast, key, Gate.OPTIONS);
        Away.delegated(cast.author(), cast.second());

        refused(Api.as(cast.second()).assess(key, "trees", "operability"), "separation-of-duties");
    }

    @Test
    void accepts_the_absent_owners_risk_until_either_has_a_hand_in_the_material() {
        String key = Road.at(cast, Gate.TRADE_OFFS, Drafts.withGraveRisk(cast));
        refused(accept(cast.colleague(), key), "risk-owner-accepts");
        Away.delegated(cast.owner(), cast.colleague());
        waits(cast.colleague(), key, true);

        accept(cast.colleague(), key).then().statusCode(201);

        Line tolerance = Line.of(cast.author(), key, Gate.TRADE_OFFS, "risk.within-tolerance");
        tolerance.isMet();
        assertThat(Database.value("select accepted_by || ' for ' || for_id from acceptance a join decision d on d.id ="
                        + " a.decision_id where d.key = '" + key + "'"))
                .isEqualTo(cast.colleague().id() + " for " + cast.owner().id());
        alsoHolds(cast.owner(), "MEMBER,RISK_OWNER,LEAD");
        edit(cast.owner(), key);
        Line.of(cast.author(), key, Gate.TRADE_OFFS, "risk.within-tolerance").isUnmetBecause("cold-items");
    }

    @Test
    void finds_in_the_inbox_what_waits_for_the_absent_person_and_for_whom() {
        String key = Road.inReview(cast, Gate.SCOPE);
        waits(cast.colleague(), key, false);
        Away.delegated(cast.second(), cast.colleague());

        Api.as(cast.colleague())
                .get("/api/v1/inbox")
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].key", equalTo(key))
                .body("items[0].onBehalfOf.username", equalTo(cast.second().username()));
        Calls.request(cast.colleague())
                .get("/")
                .then()
                .body(containsString("for " + cast.second().username()))
                .body(containsString("1 open"));
        waits(cast.second(), key, true);

        edit(cast.colleague(), key);
        waits(cast.colleague(), key, false);
        waits(cast.second(), key, true);
    }

    @Test
    void finds_none_of_the_absent_persons_own_filing_in_the_inbox() {
        alsoHolds(cast.author(), "MEMBER,LEAD");
        String key = Road.at(cast, Gate.SCOPE);
        Away.delegated(cast.author(), cast.second());

        waits(cast.author(), key, true);
        waits(cast.second(), key, false);
    }

    private Response accept(Player player, String key) {
        return Api.as(player)
                .post(
                        key,
                        "/risks/cold-items/acceptances",
                        Map.of("expires", LocalDate.now().plusDays(30).toString(), "reason", "Watched weekly"));
    }

    private static void edit(Player player, String key) {
        Api.as(player)
                .put(
                        key,
                        "/summary",
                        Map.of("context", "By " + player.username(), "decision", "d", "consequences", "c"))
                .then()
                .statusCode(200);
    }

    private static Response voteFor(Player absent, Player delegate, String key, Gate gate) {
        return Api.as(delegate).voteFor(absent.username(), key, gate, "APPROVE");
    }

    private static Response refused(Response answer, String rule) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
        assertThat(answer.<String>path("type")).isEqualTo("/problems/" + rule);
        return answer;
    }

    private static void waits(Player player, String key, boolean waits) {
        Api.as(player).get("/api/v1/inbox").then().body("items.key", waits ? hasItem(key) : not(hasItem(key)));
    }

    private static void alsoHolds(Player player, String roles) {
        Database.change("update membership set roles = '{" + roles + "}' where person_id = " + player.id());
    }
}
