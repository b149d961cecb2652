package org.probatum.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.probatum.support.Drafts;
import org.probatum.support.Road;
import org.probatum.support.Route;
import org.probatum.support.Stored;
import org.probatum.support.TestDatabase;

/** What a team has not published is, for everybody else, not there: by no page, list, search or address. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class StrangersTest {
    private static final String TITLE = "Whisper nothing of quincunxes";

    @Inject
    Casting casting;

    private Cast cast;
    private String key;
    private Calls calls;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        ObjectNode decision = Drafts.decision(cast);
        decision.put("title", TITLE);
        key = Road.at(cast, Gate.SCOPE, decision);
        Api.as(cast.author()).submit(key).then().statusCode(201);
        calls = new Calls(cast, key);
    }

    @Test
    void are_told_of_an_unpublished_decision_what_they_are_told_of_none() {
        Stored before = Stored.now();

        for (Route route : Route.table()) {
            if (route.ofDecision()) {
                Response answer = calls.valid(cast.stranger(), route);

                assertThat(answer.statusCode())
                        .as(route.words() + " " + answer.asString())
                        .isEqualTo(404);
                assertThat(answer.asString()).as(route.words()).doesNotContain(TITLE, cast.team());
            }
        }

        assertThat(Stored.now()).isEqualTo(before);
    }

    @Test
    void cannot_tell_an_unpublished_decision_from_one_that_never_was() {
        String never = cast.prefix() + "-999999";

        for (String path : List.of("/api/v1/decisions/", "/decisions/", "/log/")) {
            assertThat(told(path, key)).isEqualTo(told(path, never));
        }
    }

    private String told(String path, String of) {
        return Calls.request(cast.stranger())
                .get(path + of)
                .asString()
                .replace(of, "it")
                .replaceAll("(name=\"csrf-token\" value=)\"[^\"]*\"", "$1");
    }

    @Test
    void find_nothing_of_it_in_any_list() {
        for (Route route : Route.table()) {
            if (!route.changes() && !route.ofDecision() && route.admits(java.util.Set.of("read"))) {
                assertThat(calls.valid(cast.stranger(), route).asString())
                        .as(route.words())
                        .doesNotContain(key, TITLE);
            }
        }
    }

    @Test
    void find_nothing_of_it_by_looking_for_it() {
        List<String> places = List.of(
                "/decisions?q=quincunxes",
                "/decisions?stage=SCOPING",
                "/decisions?stage=SCOPING&q=quincunxes",
                "/decisions?team=" + cast.team(),
                "/decisions?team=" + cast.team() + "&stage=SCOPING&category=MODEL",
                "/decisions?mine=yes",
                "/api/v1/decisions?limit=200",
                "/api/v1/decisions?team=" + cast.team(),
                "/api/v1/decisions?stage=SCOPING&limit=200",
                "/api/v1/inbox?limit=200",
                "/?team=" + cast.team(),
                "/?kind=REVIEW",
                "/log?q=quincunxes",
                "/log?q=" + key);

        for (String place : places) {
            Response seen = Calls.request(cast.stranger()).get(place);

            assertThat(seen.statusCode()).as(place).isEqualTo(200);
            assertThat(seen.asString()).as(place).doesNotContain(TITLE, "/decisions/" + key, "/log/" + key);
        }
        assertThat(Calls.request(cast.author()).get(places.get(0)).asString())
                .as("its own team finds it")
                .contains(TITLE);
    }

    @Test
    void neither_file_for_the_team_nor_learn_that_it_exists() {
        Stored before = Stored.now();

        for (String team : List.of(cast.team(), "no-such-team")) {
            ObjectNode decision = Drafts.start(cast);
            decision.put("team", team);

            Response answer = Api.as(cast.stranger()).file(decision);

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.<String>path("violations[0].wrong")).isEqualTo("you belong to no team \"" + team + "\"");
        }
        Api.as(cast.stranger()).get("/api/v1/teams/" + cast.team()).then().statusCode(404);
        assertThat(Stored.now()).isEqualTo(before);
    }

    @Test
    void read_it_once_it_is_published() {
        String published = Road.published(cast);
        Calls open = new Calls(cast, published);

        for (Route route : Route.table()) {
            if (route.ofDecision() && !route.changes()) {
                assertThat(open.valid(cast.stranger(), route).statusCode())
                        .as(route.words())
                        .isEqualTo(200);
            }
        }
        for (String type : List.of("application/json", "text/markdown", "text/html")) {
            Response record =
                    Calls.request(cast.stranger()).accept(type).get("/api/v1/decisions/" + published + "/record");

            assertThat(record.statusCode()).isEqualTo(200);
            assertThat(record.contentType()).startsWith(type);
        }
    }

    @Test
    void change_nothing_of_it_once_it_is_published() {
        Calls open = new Calls(cast, Road.published(cast));
        Stored before = Stored.now();

        for (Route route : Route.table()) {
            if (route.ofDecision() && route.changes()) {
                Response answer = open.valid(cast.stranger(), route);

                assertThat(answer.statusCode())
                        .as(route.words() + " " + answer.asString())
                        .isIn(403, 409);
            }
        }

        assertThat(Stored.now()).isEqualTo(before);
    }
}
