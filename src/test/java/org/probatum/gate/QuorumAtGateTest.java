package org.probatum.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** A gate that several people have to pass, and what a change does to their votes. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class QuorumAtGateTest {
    @Inject
    Casting casting;

    private Cast cast;
    private Api author;
    private Api reviewer;
    private Api second;
    private Api owner;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        author = Api.as(cast.author());
        reviewer = Api.as(cast.reviewer());
        second = Api.as(cast.second());
        owner = Api.as(cast.owner());
    }

    @Test
    void passes_only_when_every_seat_is_filled_and_nobody_fills_two() {
        String key = critical(Gate.SCOPE);
        assertThat(seats(key, Gate.SCOPE)).containsExactly("REVIEWER: null", "REVIEWER: null");

        reviewer.vote(key, Gate.SCOPE, "APPROVE").then().statusCode(201).body("inReview", equalTo(true));

        assertThat(seats(key, Gate.SCOPE))
                .containsExactly("REVIEWER: " + cast.reviewer().username(), "REVIEWER: null");
        reviewer.vote(key, Gate.SCOPE, "APPROVE")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-approved"));
        assertThat(author.stage(key)).isEqualTo("SCOPING?");
        assertThat(inbox(cast.reviewer(), key)).isFalse();
        assertThat(inbox(cast.second(), key)).isTrue();

        second.vote(key, Gate.SCOPE, "APPROVE").then().statusCode(201).body("stage", equalTo("OPTIONS"));
    }

    @Test
    void moves_whoever_fits_two_seats_so_that_they_never_block_the_gate() {
        String key = critical(Gate.TRADE_OFFS);

        owner.vote(key, Gate.TRADE_OFFS, "APPROVE").then().statusCode(201);
        assertThat(seats(key, Gate.TRADE_OFFS))
                .contains("OPERABILITY: " + cast.owner().username());
        second.vote(key, Gate.TRADE_OFFS, "APPROVE").then().statusCode(201);

        assertThat(seats(key, Gate.TRADE_OFFS))
                .containsExactly(
                        "SECURITY: null",
                        "OPERABILITY: " + cast.second().username(),
                        "RISK_OWNER: " + cast.owner().username());
        reviewer.vote(key, Gate.TRADE_OFFS, "APPROVE").then().statusCode(201).body("stage", equalTo("VERIFICATION"));
    }

    @Test
    void asks_an_approver_again_when_what_they_saw_has_changed_and_counts_their_vote_no_more() {
        String key = critical(Gate.SCOPE);
        reviewer.vote(key, Gate.SCOPE, "APPROVE").then().statusCode(201);

        reword(key);

        assertThat(seats(key, Gate.SCOPE)).containsExactly("REVIEWER: null", "REVIEWER: null");
        assertThat(inbox(cast.reviewer(), key)).isTrue();
        second.vote(key, Gate.SCOPE, "APPROVE").then().statusCode(201).body("inReview", equalTo(true));
        reviewer.vote(key, Gate.SCOPE, "APPROVE").then().statusCode(201).body("stage", equalTo("OPTIONS"));
    }

    @Test
    void leaves_a_vote_alone_when_only_the_spelling_of_the_title_changes() {
        String key = critical(Gate.SCOPE);
        reviewer.vote(key, Gate.SCOPE, "APPROVE").then().statusCode(201);
        ObjectNode profile = criticalDecision();
        profile.retain("title", "category", "tags", "productionImpact", "dataSensitivity", "reversibility");
        profile.put("title", "Replace the linear ranker, spelled right");

        author.put(key, "/profile", profile).then().statusCode(200);

        assertThat(seats(key, Gate.SCOPE))
                .contains("REVIEWER: " + cast.reviewer().username());
        second.vote(key, Gate.SCOPE, "APPROVE").then().statusCode(201).body("stage", equalTo("OPTIONS"));
    }

    @Test
    void counts_a_vote_for_what_was_shown_and_never_for_what_replaced_it() {
        String key = critical(Gate.SCOPE);
        String shown = reviewer.material(key, Gate.SCOPE);
        reword(key);

        reviewer.vote(key, Gate.SCOPE, "APPROVE", shown)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/review-outdated"));

        assertThat(seats(key, Gate.SCOPE)).containsExactly("REVIEWER: null", "REVIEWER: null");
    }

    @Test
    void asks_for_more_seats_once_more_is_at_stake_than_when_it_opened() {
        String key = Road.inReview(cast, Gate.SCOPE);
        assertThat(seats(key, Gate.SCOPE)).hasSize(1);
        ObjectNode profile = criticalDecision();
        profile.retain("title", "category", "tags", "productionImpact", "dataSensitivity", "reversibility");

        author.put(key, "/profile", profile).then().statusCode(200);

        assertThat(seats(key, Gate.SCOPE)).hasSize(2);
        reviewer.vote(key, Gate.SCOPE, "APPROVE").then().statusCode(201).body("inReview", equalTo(true));
    }

    @Test
    void counts_nobody_whose_role_was_taken_away_since() {
        String key = critical(Gate.SCOPE);
        reviewer.vote(key, Gate.SCOPE, "APPROVE").then().statusCode(201);
        Database.change("update membership set roles = '{MEMBER}' where person_id = "
                + cast.reviewer().actor().id());

        second.vote(key, Gate.SCOPE, "APPROVE").then().statusCode(201).body("inReview", equalTo(true));

        assertThat(seats(key, Gate.SCOPE)).contains("REVIEWER: null");
    }

    @Test
    void keeps_a_second_approval_of_the_same_material_out_of_the_database_itself() {
        String key = critical(Gate.SCOPE);
        reviewer.vote(key, Gate.SCOPE, "APPROVE").then().statusCode(201);

        assertThatThrownBy(() -> Database.change("insert into review (id, decision_id, gate, round, reviewer_id, slot,"
                        + " vote, comment, material_digest, report, at) select nextval('review_seq') + 1000, decision_id,"
                        + " gate, round, reviewer_id, 'RISK_OWNER', vote, comment, material_digest, report, at from review"
                        + " where decision_id = (select id from decision where key = '" + key + "')"))
                .rootCause()
                .hasMessageContaining("one-vote-a-human");
    }

    @Test
    void lets_an_approval_stand_again_when_the_rejection_that_followed_it_is_withdrawn() {
        String key = critical(Gate.SCOPE);
        reviewer.vote(key, Gate.SCOPE, "APPROVE").then().statusCode(201);
        reviewer.vote(key, Gate.SCOPE, "REJECT").then().statusCode(201);

        reviewer.vote(key, Gate.SCOPE, "APPROVE")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-approved"));
        reviewer.end(key, Gate.SCOPE, "withdrawal").then().statusCode(201);

        assertThat(seats(key, Gate.SCOPE))
                .contains("REVIEWER: " + cast.reviewer().username());
    }

    @Test
    void shows_on_the_page_who_fills_which_seat_and_who_could() {
        String key = critical(Gate.SCOPE);
        reviewer.vote(key, Gate.SCOPE, "APPROVE").then().statusCode(201);

        second.request()
                .accept("text/html")
                .get("/decisions/" + key + "/gates/scope")
                .then()
                .statusCode(200)
                .body(containsString("1 of 2 seats filled"))
                .body(containsString(cast.owner().username()));
    }

    private String critical(Gate gate) {
        String key = author.filed(criticalDecision());
        Road.attach(cast, key);
        for (Gate passed : Gate.values()) {
            if (passed == Gate.TRADE_OFFS && gate.compareTo(passed) >= 0) {
                Road.assess(cast, key);
            }
            author.submit(key).then().statusCode(201);
            if (passed == gate) {
                return key;
            }
            reviewer.vote(key, passed, "APPROVE").then().statusCode(201);
            second.vote(key, passed, "APPROVE").then().statusCode(201);
        }
        throw new IllegalStateException("there is no gate " + gate);
    }

    private ObjectNode criticalDecision() {
        return Drafts.decision(cast)
                .put("productionImpact", "DIRECT")
                .put("dataSensitivity", "SPECIAL")
                .put("reversibility", "IRREVERSIBLE");
    }

    private void reword(String key) {
        ObjectNode scope = (ObjectNode) Drafts.decision(cast).get("scope");
        ((ObjectNode) scope.at("/outcomes/0")).put("statement", "Said otherwise");
        author.put(key, "/scope", scope).then().statusCode(200);
    }

    private List<String> seats(String key, Gate gate) {
        return author.get(key, "/gates/" + gate.slug()).jsonPath().<Map<String, Object>>getList("quorum").stream()
                .map(seat -> seat.get("takes") + ": " + seat.get("filledBy"))
                .toList();
    }

    private static boolean inbox(Player player, String key) {
        return Api.as(player).get("/api/v1/inbox").asString().contains("\"" + key + "\"");
    }
}
