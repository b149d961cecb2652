package org.probatum.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.shared.Json;
import org.probatum.support.Api;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Drafts;
import org.probatum.support.Player;
import org.probatum.support.Refusals;
import org.probatum.support.Road;
import org.probatum.support.Route;
import org.probatum.support.Stored;
import org.probatum.support.TestDatabase;

/** Which version was read, and whether this was asked before. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PreconditionTest {
    /** What is written against a version; assessments, votes, waivers and acceptances name what they are about instead. */
    private static final List<Route> VERSIONED = Route.table().stream()
            .filter(route -> route.ofApi() && route.changes() && route.ofDecision())
            .filter(
                    route -> !route.path()
                            .matches(
                                    ".*(/trade-offs/.*|/reviews|/acceptances|/revocations|/waivers|/rejections/.*|/verifications/.*|/imports.*|/reruns.*|/deviations/.*|/questions|/reaffirmations)"))
            .filter(route -> !route.words().matches(".*\\{key\\}/(runs|comparisons)"))
            .toList();

    @Inject
    Casting casting;

    private Cast cast;
    private String key;
    private Calls calls;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        key = Road.at(cast, Gate.SCOPE);
        calls = new Calls(cast, key);
    }

    @Test
    void asks_for_the_version_that_was_read() {
        Stored before = Stored.now();

        assertThat(VERSIONED).hasSize(16);
        for (Route route : VERSIONED) {
            Response answer = against(route, null);

            Refusals.clear(route.words(), answer, 428);
            assertThat(answer.<String>path("detail")).contains("If-Match");
        }

        assertThat(Stored.now()).isEqualTo(before);
    }

    @Test
    void refuses_a_version_that_is_no_more_or_never_was() {
        Stored before = Stored.now();

        for (Route route : VERSIONED) {
            for (String tag : List.of(
                    "\"0\"", "\"999\"", "\"-1\"", "\"99999999999\"", "\"x\"", "*", "\"1\", \"2\"", "W/", "\u00e9")) {
                Refusals.clear(route.words() + " If-Match " + tag, against(route, tag), 412);
            }
        }

        assertThat(Stored.now()).isEqualTo(before);
    }

    @Test
    void takes_the_version_that_was_read_and_gives_the_next() {
        String read = Api.as(cast.author()).version(key);

        Response written = Api.as(cast.author()).put(key, "/summary", "{\"context\": \"Written once\"}");

        assertThat(written.statusCode()).isEqualTo(200);
        assertThat(written.header("ETag"))
                .isNotEqualTo(read)
                .isEqualTo(Api.as(cast.author()).version(key));
    }

    @Test
    void gives_the_same_answer_to_the_same_request() {
        for (Route route : named()) {
            String name = route.words() + " " + key;
            String version = Api.as(cast.author()).version(key);
            Response first = named(route, name, version, calls.sample(route));
            Stored once = Stored.now();

            Response second = named(route, name, version, calls.sample(route));

            assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
            assertThat(second.statusCode()).as(route.words()).isEqualTo(201);
            assertThat(second.asString()).as(route.words()).isEqualTo(first.asString());
            assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
            assertThat(second.header("Location")).isEqualTo(first.header("Location"));
            assertThat(Stored.now()).as(route.words()).isEqualTo(once);
        }
    }

    @Test
    void refuses_a_name_that_another_request_has() {
        for (Route route : named()) {
            String name = route.words() + " " + key;
            String version = Api.as(cast.author()).version(key);
            named(route, name, version, calls.sample(route)).then().statusCode(201);
            Stored once = Stored.now();

            Response other = named(route, name, version, another(calls.sample(route)));

            Refusals.clear(route.words(), other, 422);
            assertThat(other.<String>path("type")).isEqualTo("/problems/idempotency-key-reused");
            assertThat(Stored.now()).isEqualTo(once);
        }
    }

    @Test
    void keeps_one_persons_names_from_another() {
        String body = Json.write(Drafts.start(cast));
        Response mine = filing(cast.author(), "nightly", body);

        Response theirs = filing(cast.colleague(), "nightly", body);

        assertThat(theirs.statusCode()).isEqualTo(201);
        assertThat(theirs.<String>path("key")).isNotEqualTo(mine.path("key"));
    }

    @Test
    void forgets_the_name_of_a_request_that_was_refused() {
        Response refused = filing(cast.author(), "again", "{\"team\": 1}");
        Response filed = filing(cast.author(), "again", Json.write(Drafts.start(cast)));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(filed.statusCode()).isEqualTo(201);
    }

    @Test
    void refuses_a_name_that_is_none() {
        Stored before = Stored.now();

        for (String name : List.of("x".repeat(201), "caf\u00e9", "a\tb")) {
            Refusals.naming("/Idempotency-Key", name, filing(cast.author(), name, Json.write(Drafts.start(cast))), 422);
        }

        assertThat(Stored.now()).isEqualTo(before);
    }

    /** What makes something each time it is asked, unless the request names itself. */
    private static List<Route> named() {
        return Route.table().stream()
                .filter(route -> route.words().matches("POST /api/v1/decisions(/\\{key\\}/(runs|risks|follow-ups))?"))
                .toList();
    }

    private Response against(Route route, String tag) {
        RequestSpecification request = Calls.request(cast.author()).contentType("application/json");
        if (tag != null) {
            request.header("If-Match", tag);
        }
        String body = calls.sample(route);
        return (body.isEmpty() ? request : request.body(body)).request(route.method(), calls.path(route));
    }

    /** The same document with one word changed. */
    private static String another(String body) {
        return body.replaceFirst("(\"(title|action|who)\": ?\"\\w+)", "$1 again");
    }

    private Response named(Route route, String name, String version, String body) {
        return Calls.request(cast.author())
                .contentType("application/json")
                .header("Idempotency-Key", name)
                .header("If-Match", version)
                .body(body)
                .post(calls.path(route));
    }

    private static Response filing(Player player, String name, String body) {
        return Api.as(player)
                .request()
                .header("Idempotency-Key", name)
                .body(body)
                .post("/api/v1/decisions");
    }
}
