package org.probatum.risk;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

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
import org.probatum.support.Line;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestClock;
import org.probatum.support.TestDatabase;

/** Who may let a grave risk stand, for how long, and how much of that a team bears. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AcceptanceTest {
    private static final int POINTS = 12;

    @Inject
    Casting casting;

    @Inject
    TestClock clock;

    private Cast cast;
    private String key;

    @BeforeEach
    void fileWithGraveRisk() {
        cast = casting.cast();
        key = Road.at(cast, Gate.TRADE_OFFS, withGraveRisk());
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void is_given_by_the_named_owner_alone() {
        Database.change("update membership set roles = '{REVIEWER,RISK_OWNER}' where person_id = "
                + cast.second().id());
        for (Player other : List.of(cast.second(), cast.reviewer(), cast.auditor(), cast.administrator())) {
            accept(other, key, 30).then().statusCode(403).body("type", equalTo("/problems/risk-owner-accepts"));
        }
        accept(cast.author(), key, 30).then().statusCode(403).body("type", equalTo("/problems/separation-of-duties"));
        accept(cast.stranger(), key, 30).then().statusCode(404);
        tolerance().isUnmetBecause("cold-items");

        accept(cast.owner(), key, 30).then().statusCode(201);

        tolerance().isMet();
    }

    @Test
    void is_refused_to_a_named_owner_who_is_no_risk_owner_of_the_team() {
        rolesOfOwner("REVIEWER,LEAD");

        accept(cast.owner(), key, 30).then().statusCode(403).body("type", equalTo("/problems/risk-owner-accepts"));
    }

    @Test
    void is_refused_to_an_owner_who_worked_on_the_material() {
        rolesOfOwner("MEMBER,RISK_OWNER");
        Api.as(cast.owner())
                .post(key, "/runs", Drafts.run("of-the-owner", 0.8))
                .then()
                .statusCode(201);

        accept(cast.owner(), key, 30).then().statusCode(403).body("type", equalTo("/problems/separation-of-duties"));
    }

    @Test
    void counts_no_more_once_its_owner_works_on_the_material() {
        rolesOfOwner("MEMBER,RISK_OWNER");
        accept(cast.owner(), key, 30).then().statusCode(201);
        tolerance().isMet();

        Api.as(cast.owner())
                .post(key, "/runs", Drafts.run("of-the-owner", 0.8))
                .then()
                .statusCode(201);

        tolerance().isUnmetBecause("cold-items");
    }

    @Test
    void holds_to_its_last_day_and_blocks_again_on_the_next() {
        accept(cast.owner(), key, 9).then().statusCode(201);
        Api.as(cast.author()).submit(key).then().statusCode(201);

        clock.pass(Duration.ofDays(9));
        tolerance().isMet();

        clock.pass(Duration.ofDays(1));
        tolerance().isUnmetBecause("cold-items");
        Api.as(cast.owner())
                .vote(key, Gate.TRADE_OFFS, "APPROVE")
                .then()
                .statusCode(409)
                .body("violations[0].pointer", equalTo("/risk.within-tolerance"));
        accept(cast.owner(), key, 20).then().statusCode(201);
        Api.as(cast.owner()).vote(key, Gate.TRADE_OFFS, "APPROVE").then().statusCode(201);
    }

    @Test
    void ends_within_a_year_and_after_today() {
        for (int days : List.of(-1, 0, 366)) {
            accept(cast.owner(), key, days)
                    .then()
                    .statusCode(422)
                    .body("violations[0].right", startsWith("a day from"));
        }
        accept(cast.owner(), key, 365).then().statusCode(201);
    }

    @Test
    void is_needed_anew_when_the_risk_changes() {
        accept(cast.owner(), key, 30).then().statusCode(201);

        ObjectNode changed = Drafts.first(withGraveRisk(), "risks").put("mitigation", "None after all");
        Api.as(cast.author()).put(key, "/risks/cold-items", changed).then().statusCode(200);

        tolerance().isUnmetBecause("cold-items");
        accept(cast.owner(), key, 30).then().statusCode(201);
        tolerance().isMet();
    }

    @Test
    void adds_up_over_the_decisions_of_a_team_to_no_more_than_its_appetite() {
        Database.change("update team set appetite = " + (2 * POINTS) + " where slug = '" + cast.team() + "'");
        String second = Road.at(cast, Gate.TRADE_OFFS, withGraveRisk());
        String third = Road.at(cast, Gate.TRADE_OFFS, withGraveRisk());
        accept(cast.owner(), key, 30).then().statusCode(201);
        accept(cast.owner(), second, 30).then().statusCode(201);
        appetite(second).isMet();

        accept(cast.owner(), third, 30).then().statusCode(201);

        appetite(third).isUnmetBecause("36 points of accepted risk; its appetite is 24");
        Api.as(cast.author()).submit(third).then().statusCode(409);
        Api.as(cast.author())
                .post(second, "/withdrawal", Map.of("reason", "Not needed"))
                .then()
                .statusCode(200);
        appetite(third).isMet();
        Api.as(cast.author()).submit(third).then().statusCode(201);
    }

    @Test
    void given_twice_counts_once() {
        accept(cast.owner(), key, 10).then().statusCode(201);
        accept(cast.owner(), key, 30).then().statusCode(201);

        org.assertj.core.api.Assertions.assertThat(appetite(key).because()).startsWith(POINTS + " of 60 points");
    }

    private ObjectNode withGraveRisk() {
        ObjectNode decision = Drafts.decision(cast);
        Drafts.first(decision, "risks").put("residualLikelihood", "POSSIBLE").put("residualImpact", "MAJOR");
        return decision;
    }

    private Response accept(Player player, String decision, int days) {
        String expires = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(days)
                .toString();
        return Api.as(player)
                .post(
                        decision,
                        "/risks/cold-items/acceptances",
                        Map.of("expires", expires, "reason", "Impressions are watched weekly"));
    }

    private void rolesOfOwner(String roles) {
        Database.change("update membership set roles = '{" + roles + "}' where person_id = "
                + cast.owner().id());
    }

    private Line tolerance() {
        return Line.of(cast.author(), key, Gate.TRADE_OFFS, "risk.within-tolerance");
    }

    private Line appetite(String decision) {
        return Line.of(cast.author(), decision, Gate.TRADE_OFFS, "risk.within-appetite");
    }
}
