package org.probatum.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** A reviewer who is asked again sees what changed since they looked, on the page and through the API. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ChangedSinceTest {
    @Inject
    Casting casting;

    private Cast cast;
    private String key;

    @BeforeEach
    void sendBackAndRevise() {
        cast = casting.cast();
        key = Road.inReview(cast, Gate.SCOPE);
        page(cast.reviewer()).body(not(containsString("id=\"difference\"")));
        Api.as(cast.reviewer()).vote(key, Gate.SCOPE, "REQUEST_CHANGES").then().statusCode(201);
        target(0.83);
        Api.as(cast.author()).submit(key).then().statusCode(201);
    }

    @Test
    void shows_a_reviewer_what_changed_since_their_last_review_and_nobody_else() {
        page(cast.reviewer())
                .body(containsString("Changed since you last looked"))
                .body(containsString("<b>Outcome 1 › Target</b>"))
                .body(containsString("removed: </span>0.79<"))
                .body(containsString("added: </span>0.83<"));
        page(cast.second()).body(not(containsString("id=\"difference\"")));
    }

    @Test
    void tells_programs_the_same_since_their_review_or_since_any_event() {
        difference(cast.reviewer(), "")
                .then()
                .statusCode(200)
                .body("changes.size()", equalTo(1))
                .body("changes[0].path", equalTo("Outcome 1 › Target"))
                .body("changes[0].kind", equalTo("CHANGED"))
                .body("changes[0].before", equalTo("0.79"))
                .body("changes[0].after", equalTo("0.83"));
        int last = Api.as(cast.author()).get(key, "/gates/scope/difference").path("until");
        difference(cast.second(), "?since=" + last).then().body("changes.size()", equalTo(0));
        difference(cast.second(), "?since=" + (last + 1)).then().statusCode(422);
        difference(cast.second(), "?since=x").then().statusCode(422);
        difference(cast.stranger(), "").then().statusCode(404);
    }

    @Test
    void shows_a_vote_that_came_too_late_what_it_missed() {
        String material = Api.as(cast.reviewer()).material(key, Gate.SCOPE);
        int seen = Api.as(cast.author()).get(key, "/gates/scope/difference").path("until");
        target(0.85);

        Response late = Calls.form(
                        cast.reviewer(), "/vote=APPROVE&/comment=Read it&/material=" + material + "&seen=" + seen)
                .post("/decisions/" + key + "/gates/scope/reviews");

        late.then()
                .statusCode(409)
                .body(containsString("Changed since you looked"))
                .body(containsString("removed: </span>0.83<"))
                .body(containsString("added: </span>0.85<"));
    }

    @Test
    void shows_from_the_history_what_an_event_revised() {
        String found = Database.value("select before_seq from superseded_material m join decision d on d.id ="
                + " m.decision_id where d.key = '" + key + "' order by before_seq limit 1");

        Calls.request(cast.author())
                .get("/decisions/" + key + "/history")
                .then()
                .body(containsString("/history/" + found + "\">what was revised"));
        Calls.request(cast.author())
                .get("/decisions/" + key + "/history/" + found)
                .then()
                .statusCode(200)
                .body(containsString("<b>Outcome 1 › Target</b>"));
        Calls.request(cast.author())
                .get("/decisions/" + key + "/history/1")
                .then()
                .statusCode(200);
        Calls.request(cast.author())
                .get("/decisions/" + key + "/history/9999")
                .then()
                .statusCode(404);
        Calls.request(cast.stranger())
                .get("/decisions/" + key + "/history/" + found)
                .then()
                .statusCode(404);
    }

    @Test
    void tells_of_runs_attached_since_where_the_gate_looks_at_runs() {
        String other = Road.inReview(cast, Gate.OPTIONS);
        Api.as(cast.reviewer())
                .vote(other, Gate.OPTIONS, "REQUEST_CHANGES")
                .then()
                .statusCode(201);
        Api.as(cast.author())
                .post(other, "/runs", Drafts.run("third", 0.8))
                .then()
                .statusCode(201);

        Api.as(cast.reviewer())
                .get(other, "/gates/options/difference")
                .then()
                .body("changes.path", equalTo(java.util.List.of("Run third")))
                .body("changes.kind", equalTo(java.util.List.of("ADDED")));
    }

    @Test
    void keeps_every_reading_whichever_road_revised_it_and_lets_nobody_rewrite_them() {
        String profile = "/profile";
        ObjectNode retitled = Drafts.object("{\"title\": \"Another title\", \"category\": \"MODEL\"}");
        int before = kept();
        Api.as(cast.author()).put(key, profile, retitled).then().statusCode(200);
        Api.as(cast.author())
                .put(key, "/summary", Map.of("context", "c", "decision", "d", "consequences", "e"))
                .then()
                .statusCode(200);

        assertThat(kept()).isEqualTo(before + 2);
        for (String user : new String[] {"probatum", "probatum_owner"}) {
            for (String change : new String[] {
                "update superseded_material set material = '{}'",
                "delete from superseded_material",
                "truncate superseded_material"
            }) {
                Assertions.assertThatThrownBy(() -> run(user, change))
                        .as(user + ": " + change)
                        .isInstanceOf(SQLException.class);
            }
        }
        Assertions.assertThatThrownBy(
                        () -> run("probatum", "insert into superseded_material values (1, 1, '{}', '{}')"))
                .isInstanceOf(SQLException.class);
    }

    private int kept() {
        return Integer.parseInt(Database.value("select count(*) from superseded_material m join decision d on d.id ="
                + " m.decision_id where d.key = '" + key + "'"));
    }

    private static void run(String user, String change) throws SQLException {
        try (Connection connection = Database.as(user)) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(change);
            } finally {
                connection.rollback();
            }
        }
    }

    private void target(double target) {
        ObjectNode scope = (ObjectNode) Drafts.decision(cast).get("scope");
        ((ObjectNode) scope.at("/outcomes/0")).put("target", target);
        Api.as(cast.author()).put(key, "/scope", scope).then().statusCode(200);
    }

    private Response difference(Player player, String query) {
        return Api.as(player).get(key, "/gates/scope/difference" + query);
    }

    private io.restassured.response.ValidatableResponse page(Player player) {
        return Calls.request(player)
                .get("/decisions/" + key + "/gates/scope")
                .then()
                .statusCode(200);
    }
}
