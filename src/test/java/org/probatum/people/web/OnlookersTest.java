package org.probatum.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.Route;
import org.probatum.support.Stored;
import org.probatum.support.TestDatabase;

/** Those who see everything change nothing of a decision, by any route. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class OnlookersTest {
    @Inject
    Casting casting;

    private Cast cast;
    private String key;
    private Calls calls;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        key = Road.inReview(cast, Gate.SCOPE);
        calls = new Calls(cast, key);
    }

    @Test
    void show_the_auditor_and_the_platform_owner_whatever_there_is_of_a_decision() {
        for (Player onlooker : List.of(cast.auditor(), cast.administrator())) {
            for (Route route : Route.table()) {
                if (!route.changes() && route.ofDecision()) {
                    assertThat(calls.valid(onlooker, route).statusCode())
                            .as(onlooker.username() + ": " + route.words())
                            .isEqualTo(route.ofRecord() ? 404 : 200);
                }
            }
        }
    }

    @Test
    void refuse_the_auditor_and_the_platform_owner_whatever_would_change_a_decision() {
        Stored before = Stored.now();

        for (Player onlooker : List.of(cast.auditor(), cast.administrator())) {
            for (Route route : Route.table()) {
                if (route.changes() && (route.ofDecision() || files(route))) {
                    Response answer = calls.valid(onlooker, route);

                    assertThat(answer.statusCode())
                            .as(onlooker.username() + ": " + route.words() + " " + answer.asString())
                            .isEqualTo(403);
                }
            }
        }

        assertThat(Stored.now()).isEqualTo(before);
    }

    @Test
    void refuse_the_auditor_whatever_would_change_teams_and_people() {
        Stored before = Stored.now();

        for (Route route : Route.table()) {
            if (route.changes() && route.who().contains("admin")) {
                assertThat(calls.valid(cast.auditor(), route).statusCode())
                        .as(route.words())
                        .isEqualTo(403);
            }
        }

        assertThat(Stored.now()).isEqualTo(before);
    }

    @Test
    void give_an_auditor_no_part_in_any_team() {
        Stored before = Stored.now();

        Response answer = Calls.request(cast.administrator())
                .contentType("application/json")
                .body("{\"roles\": [\"MEMBER\", \"REVIEWER\"]}")
                .put("/api/v1/teams/" + cast.team() + "/members/"
                        + cast.auditor().username());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.<String>path("type")).isEqualTo("/problems/auditor-changes-nothing");
        assertThat(Stored.now()).isEqualTo(before);
    }

    @Test
    void name_nobody_but_who_acted_in_the_history() {
        Api.as(cast.auditor()).get(key, "/events").then().statusCode(200);

        assertThat(Database.value("select count(*) from decision_event where actor_id = "
                        + cast.auditor().id()))
                .isEqualTo("0");
    }

    private static boolean files(Route route) {
        return route.words().matches("POST (/api/v1/decisions|/decisions|/decisions/file)");
    }
}
