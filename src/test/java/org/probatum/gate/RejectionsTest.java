package org.probatum.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** A rejection: one says it, a second person's word ends the decision, and until then nothing passes. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RejectionsTest {
    private static final Gate GATE = Gate.OPTIONS;

    @Inject
    Casting casting;

    private Cast cast;
    private String key;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        key = Road.inReview(cast, GATE);
        Api.as(cast.reviewer()).vote(key, GATE, "REJECT").then().statusCode(201);
    }

    @Test
    void waits_for_a_second_person_and_ends_the_decision_by_their_word() {
        assertThat(stage()).isEqualTo("OPTIONS?");
        assertThat(asked(cast.second())).isTrue();
        assertThat(asked(cast.reviewer())).isFalse();

        Api.as(cast.second()).end(key, GATE, "confirmation").then().statusCode(201);

        assertThat(stage()).isEqualTo("REJECTED");
        Api.as(cast.author()).get(key, "").then().body("reason", equalTo("Read it; REJECT."));
        assertThat(asked(cast.second())).isFalse();
    }

    @Test
    void lets_nothing_pass_while_it_stands() {
        Api.as(cast.second()).vote(key, GATE, "APPROVE").then().statusCode(201);

        assertThat(stage()).isEqualTo("OPTIONS?");
    }

    @Test
    void lapses_when_withdrawn_and_then_lets_pass_what_was_approved_meanwhile() {
        Api.as(cast.second()).vote(key, GATE, "APPROVE").then().statusCode(201);

        Api.as(cast.reviewer()).end(key, GATE, "withdrawal").then().statusCode(201);

        assertThat(stage()).isEqualTo("TRADE_OFFS");
    }

    @Test
    void gives_way_to_a_later_vote_of_the_same_person() {
        Api.as(cast.reviewer()).vote(key, GATE, "REJECT").then().statusCode(409);

        Api.as(cast.reviewer()).vote(key, GATE, "APPROVE").then().statusCode(201);

        assertThat(stage()).isEqualTo("TRADE_OFFS");
    }

    @Test
    void is_ended_by_nobody_else() {
        refuses(cast.reviewer(), "confirmation", 403, "second-person");
        refuses(cast.author(), "confirmation", 403, "separation-of-duties");
        refuses(cast.colleague(), "confirmation", 403, "slot-needs-role");
        refuses(cast.auditor(), "confirmation", 403, "slot-needs-role");
        refuses(cast.administrator(), "confirmation", 403, "slot-needs-role");
        refuses(cast.stranger(), "confirmation", 404, "not-found");
        refuses(cast.second(), "withdrawal", 403, "own-rejection");
        refuses(cast.author(), "withdrawal", 403, "own-rejection");
        refuses(casting.reaching(cast.second(), "read", "file"), "confirmation", 403, "out-of-reach");

        assertThat(stage()).isEqualTo("OPTIONS?");
    }

    @Test
    void cannot_be_confirmed_by_whoever_gave_it_even_past_the_service() {
        String rejection = Database.value("select r.id from review r join decision d on d.id = r.decision_id"
                + " where d.key = '" + key + "' and r.vote = 'REJECT'");
        long reviewer = cast.reviewer().actor().id();

        assertThatThrownBy(() -> Database.change("insert into rejection_end values (" + rejection + ", " + reviewer
                        + ", 'CONFIRMED', " + reviewer + ", 'me again', now())"))
                .rootCause()
                .hasMessageContaining("rejection_takes_two");
    }

    @Test
    void is_over_once_changes_are_requested() {
        Object rejection = Api.as(cast.second()).get(key, "/gates/options").path("rejections[0]");
        Api.as(cast.second()).vote(key, GATE, "REQUEST_CHANGES").then().statusCode(201);
        Api.as(cast.author()).submit(key).then().statusCode(201);

        Api.as(cast.second())
                .request()
                .body("{\"comment\": \"Still no\"}")
                .post("/api/v1/decisions/" + key + "/gates/options/rejections/" + rejection + "/confirmation")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/rejection-over"));
        Api.as(cast.second()).vote(key, GATE, "APPROVE").then().statusCode(201);
        assertThat(stage()).isEqualTo("TRADE_OFFS");
    }

    private void refuses(Player player, String how, int status, String type) {
        Object rejection = Api.as(cast.author()).get(key, "/gates/options").path("rejections[0]");
        Api.as(player)
                .request()
                .body("{\"comment\": \"By another road\"}")
                .post("/api/v1/decisions/" + key + "/gates/options/rejections/" + rejection + "/" + how)
                .then()
                .statusCode(status)
                .body("type", equalTo("/problems/" + type));
    }

    private String stage() {
        return Api.as(cast.author()).stage(key);
    }

    private boolean asked(Player player) {
        return Api.as(player).get("/api/v1/inbox").asString().contains("CONFIRM");
    }
}
