package org.probatum.gate.requirement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Drafts;
import org.probatum.support.Line;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** Who has to have weighed what, and which risk may stand. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class TradeOffRequirementsTest {
    @Inject
    Casting casting;

    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @Test
    void asks_for_every_dimension_of_every_option_by_name() {
        String key = decisionAtTradeOffs(Drafts.decision(cast));
        line(key, "trade-offs.complete").isUnmetBecause("security of status-quo");
        line(key, "trade-offs.competent").isUnmetBecause("Nothing is assessed yet");

        for (String option : List.of("status-quo", "trees")) {
            for (String dimension : List.of("security", "performance", "operability", "maintainability")) {
                line(key, "trade-offs.complete").isUnmetBecause(dimension + " of " + option);
                assessor(dimension).assess(key, option, dimension).then().statusCode(200);
            }
        }

        line(key, "trade-offs.complete").isMet();
        line(key, "trade-offs.competent").isMet();
    }

    @ParameterizedTest(name = "without {0}")
    @ValueSource(strings = {"rating", "reason"})
    void counts_no_assessment_without(String part) {
        ObjectNode decision = Drafts.decision(cast);
        decision.putArray("tradeOffs")
                .addObject()
                .put("option", "trees")
                .put("dimension", "SECURITY")
                .put("rating", 3)
                .put("reason", "Harder to game")
                .remove(part);
        String key = Api.as(cast.author()).filed(decision);

        line(key, "trade-offs.complete").isUnmetBecause("security of trees");
    }

    @Test
    void takes_evidence_for_a_reason() {
        ObjectNode decision = Drafts.decision(cast);
        ObjectNode assessment = decision.putArray("tradeOffs").addObject();
        assessment.put("option", "trees").put("dimension", "SECURITY").put("rating", 3);
        assessment.putArray("evidence").add("inline:trees");
        String key = Api.as(cast.author()).filed(decision);

        org.assertj.core.api.Assertions.assertThat(
                        line(key, "trade-offs.complete").because())
                .doesNotContain("security of trees");
    }

    @Test
    void takes_the_authors_own_assessment_for_a_proposal_until_somebody_competent_confirms_it() {
        String key = decisionAtTradeOffs(Drafts.decision(cast));
        Api.as(cast.author()).assess(key, "trees", "security").then().statusCode(200);
        line(key, "trade-offs.competent").isUnmetBecause("Only proposed so far: security of trees");

        Api.as(cast.reviewer()).assess(key, "trees", "security").then().statusCode(200);

        line(key, "trade-offs.competent").isMet();
    }

    @Test
    void lets_a_risk_above_the_tolerance_stand_only_by_its_owners_word() {
        String key = decisionAtTradeOffs(Drafts.withGraveRisk(cast));
        line(key, "risk.within-tolerance")
                .isUnmetBecause("cold-items (HIGH, owner " + cast.owner().username() + ")");
        line(key, "risk.within-appetite").doesNotApplyBecause("Nothing is accepted");

        accept(key);

        line(key, "risk.within-tolerance").isMet();
        line(key, "risk.within-appetite").isMet();
    }

    @Test
    void lets_a_risk_stand_that_was_mitigated_to_the_tolerance() {
        String key = decisionAtTradeOffs(Drafts.withGraveRisk(cast));

        ObjectNode mitigated = Drafts.first(Drafts.decision(cast), "risks");
        Api.as(cast.author()).put(key, "/risks/cold-items", mitigated).then().statusCode(200);

        line(key, "risk.within-tolerance").isMet();
    }

    private void accept(String key) {
        String expires = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
        Api.as(cast.owner())
                .post(key, "/risks/cold-items/acceptances", Map.of("expires", expires, "reason", "Seen weekly"))
                .then()
                .statusCode(201);
    }

    /** At the work of the trade-offs stage, with nothing assessed. */
    private String decisionAtTradeOffs(ObjectNode decision) {
        String key = Road.at(cast, Gate.OPTIONS, decision);
        Road.pass(cast, key, Gate.OPTIONS);
        return key;
    }

    private Api assessor(String dimension) {
        return Api.as(List.of("security", "performance").contains(dimension) ? cast.reviewer() : cast.second());
    }

    private Line line(String key, String requirement) {
        return Line.of(cast.author(), key, Gate.TRADE_OFFS, requirement);
    }
}
