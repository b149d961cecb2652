package org.probatum.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Line;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** Nobody reviews or assesses their own work, by whatever road they came to have a hand in it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class SeparationOfDutiesTest {
    @Inject
    Casting casting;

    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @ParameterizedTest
    @EnumSource(Gate.class)
    void refuses_the_vote_of_everybody_who_does_not_fill_the_slot(Gate gate) {
        alsoHolds(cast.author(), "MEMBER,REVIEWER,PUBLISHER,RISK_OWNER,LEAD");
        String key = Road.inReview(cast, gate);
        String material = Api.as(cast.reviewer()).material(key, gate);
        Player lacking = gate == Gate.PUBLICATION ? cast.owner() : cast.colleague();

        refuses(cast.author(), key, gate, material, 403, "separation-of-duties");
        refuses(lacking, key, gate, material, 403, "slot-needs-role");
        refuses(cast.auditor(), key, gate, material, 403, "slot-needs-role");
        refuses(cast.administrator(), key, gate, material, 403, "slot-needs-role");
        refuses(cast.stranger(), key, gate, material, 404, "not-found");

        Api.as(cast.reviewer()).vote(key, gate, "APPROVE").then().statusCode(201);
    }

    @Test
    void refuses_the_vote_of_a_token_that_does_not_reach_so_far() {
        String key = Road.inReview(cast, Gate.SCOPE);
        Player reading = casting.reaching(cast.reviewer(), "read", "file");

        refuses(reading, key, Gate.SCOPE, Api.as(reading).material(key, Gate.SCOPE), 403, "out-of-reach");
    }

    @Test
    void refuses_the_vote_of_whoever_revised_the_material_and_asks_them_no_more() {
        alsoHolds(cast.reviewer(), "MEMBER,REVIEWER,PUBLISHER");
        String key = Road.inReview(cast, Gate.SCOPE);
        inboxOf(cast.reviewer(), key, true);

        ObjectNode scope = (ObjectNode) Drafts.decision(cast).get("scope");
        ((ObjectNode) scope.at("/outcomes/0")).put("statement", "Reworded by the reviewer");
        Api.as(cast.reviewer()).put(key, "/scope", scope).then().statusCode(200);

        refusesItsEditor(key);
    }

    @Test
    void refuses_the_vote_of_whoever_attached_a_run_and_asks_them_no_more() {
        alsoHolds(cast.reviewer(), "MEMBER,REVIEWER,PUBLISHER");
        String key = Road.inReview(cast, Gate.SCOPE);
        inboxOf(cast.reviewer(), key, true);

        Api.as(cast.reviewer())
                .post(key, "/runs", Drafts.run("of-the-reviewer", 0.82))
                .then()
                .statusCode(201);

        refusesItsEditor(key);
    }

    private void refusesItsEditor(String key) {
        String material = Api.as(cast.second()).material(key, Gate.SCOPE);
        refuses(cast.reviewer(), key, Gate.SCOPE, material, 403, "separation-of-duties");
        inboxOf(cast.reviewer(), key, false);
        inboxOf(cast.second(), key, true);
        Api.as(cast.second()).vote(key, Gate.SCOPE, "APPROVE").then().statusCode(201);
    }

    @Test
    void takes_an_assessment_only_from_somebody_competent_in_the_dimension() {
        String key = atTradeOffs();

        Api.as(cast.reviewer())
                .assess(key, "trees", "maintainability")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/competence-needed"));
        for (Player outsider : List.of(cast.colleague(), cast.auditor(), cast.administrator())) {
            assertThat(Api.as(outsider).assess(key, "trees", "security").statusCode())
                    .as(outsider.username())
                    .isEqualTo(403);
        }
        Api.as(cast.stranger()).assess(key, "trees", "security").then().statusCode(404);
    }

    @Test
    void takes_the_assessment_of_somebody_competent_who_worked_on_the_material_for_a_proposal() {
        alsoHolds(cast.reviewer(), "MEMBER,REVIEWER");
        String key = atTradeOffs();
        Api.as(cast.reviewer())
                .post(key, "/runs", Drafts.run("own", 0.82))
                .then()
                .statusCode(201);

        Api.as(cast.reviewer()).assess(key, "trees", "security").then().statusCode(200);

        competent(key).isUnmetBecause("security of trees");
    }

    @Test
    void takes_back_the_competence_of_an_assessment_when_its_assessor_works_on_the_material_afterwards() {
        alsoHolds(cast.reviewer(), "MEMBER,REVIEWER");
        String key = Road.at(cast, Gate.TRADE_OFFS);
        competent(key).isMet();

        Api.as(cast.reviewer())
                .put(key, "/risks/drift", Map.of("title", "Drift, as the reviewer sees it"))
                .then()
                .statusCode(200);

        competent(key).isUnmetBecause("security of trees");
    }

    @Test
    void lets_nobody_who_worked_on_the_material_replace_a_competent_assessment() {
        String key = Road.at(cast, Gate.TRADE_OFFS);

        Api.as(cast.author())
                .assess(key, "trees", "security")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/separation-of-duties"));

        competent(key).isMet();
    }

    private static void refuses(Player voter, String key, Gate gate, String material, int status, String rule) {
        for (String vote : List.of("APPROVE", "REQUEST_CHANGES", "REJECT")) {
            var answer = Api.as(voter).vote(key, gate, vote, material);

            assertThat(answer.statusCode()).as(voter.username() + ": " + vote).isEqualTo(status);
            assertThat(answer.<String>path("type")).isEqualTo("/problems/" + rule);
        }
    }

    private static void inboxOf(Player player, String key, boolean waits) {
        Api.as(player)
                .get("/api/v1/inbox")
                .then()
                .statusCode(200)
                .body("items.key", waits ? hasItem(key) : not(hasItem(key)));
    }

    private String atTradeOffs() {
        String key = Road.at(cast, Gate.OPTIONS);
        Road.pass(cast, key, Gate.OPTIONS);
        return key;
    }

    private Line competent(String key) {
        return Line.of(cast.author(), key, Gate.TRADE_OFFS, "trade-offs.competent");
    }

    private static void alsoHolds(Player player, String roles) {
        Database.change("update membership set roles = '{" + roles + "}' where person_id = " + player.id());
    }
}
