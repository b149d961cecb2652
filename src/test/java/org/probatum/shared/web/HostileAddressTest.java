package org.probatum.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.decision.Gate;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Refusals;
import org.probatum.support.Road;
import org.probatum.support.Route;
import org.probatum.support.Stored;
import org.probatum.support.TestDatabase;

/** Addresses nobody was given: keys, ids, cursors, limits and words to look for. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HostileAddressTest {
    @Inject
    Casting casting;

    private Cast cast;
    private Calls calls;
    private Stored before;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        calls = new Calls(cast, Road.at(cast, Gate.SCOPE));
        before = Stored.now();
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(Stored.now()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CR-99999999999",
                "CR-99999999999999999999999999",
                "CR-0",
                "CR--1",
                "cr-1",
                "x",
                "%20",
                "%00",
                "CR-1%00",
                "..%2f..%2fetc%2fpasswd",
                "CR-1%27%20or%201=1--",
                "%25",
                "%F0%9F%98%80",
                "%E2%80%AE",
                "%ed%a0%80",
                "%ff",
                "x;a=b",
                "CR-1;a=b",
                "*"
            })
    void finds_no_decision_by_a_key_that_is_none(String key) {
        for (Route route : Route.table()) {
            if (!route.ofDecision()) {
                continue;
            }
            String path = calls.path(
                            new Route(route.who(), route.method(), route.path().replace("{key}", "@@"), ""))
                    .replace("@@", key);
            Response answer = sent(route, path);

            if (route.ofApi()) {
                Refusals.clear(route.method() + " " + path, answer, 400, 404, 405, 406);
            } else {
                Refusals.onPage(route.method() + " " + path, answer, 400, 404, 405, 406);
            }
        }
    }

    @Test
    void finds_no_part_of_a_decision_that_is_none() {
        for (String strange : List.of("nothing", "%00", "..%2f..", "%F0%9F%98%80", "9".repeat(40), "SCOPE")) {
            for (Route route : Route.table()) {
                String inner = route.path().replace("{key}", calls.path(key()));
                if (!inner.contains("{") || route.path().startsWith("/schemas")) {
                    continue;
                }
                String path = inner.replaceAll("\\{\\w+\\}", strange);
                Response answer = sent(route, path);

                if (route.ofApi()) {
                    Refusals.clear(route.method() + " " + path, answer, 400, 404);
                } else {
                    Refusals.onPage(route.method() + " " + path, answer, 400, 404);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decision-1.json%00",
                "..%2fapplication.properties",
                "../application.properties",
                "requests-1",
                "%2e%2e%2fapplication.properties"
            })
    void serves_no_file_but_the_schemas(String name) {
        Response answer = Calls.request(null).urlEncodingEnabled(false).get("/schemas/" + name);

        Refusals.onPage(name, answer, 400, 404);
        assertThat(answer.asString()).doesNotContain("quarkus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "abc", "1e2", "99999999999", "1.5", "%00", "%F0%9F%98%80"})
    void names_a_limit_that_is_none(String limit) {
        for (String list : List.of("/api/v1/decisions", "/api/v1/inbox", "/api/v1/people")) {
            Refusals.clear(list, address(list + "?limit=" + limit), 400, 422);
            if (!limit.equals("%00")) {
                Refusals.naming("/limit", list, address(list + "?limit=" + limit), 422);
            }
        }
    }

    @Test
    void names_a_cursor_that_is_none() {
        List<String> cursors = List.of(
                "x",
                "!!!",
                "%F0%9F%98%80",
                "a".repeat(3000),
                cursor("2026-01-01T00:00:00Z"),
                cursor("2026-01-01T00:00:00Z x"),
                cursor("2026-01-01T00:00:00Z 99999999999999999999"),
                cursor("+1000000000-12-31T23:59:59.999999999Z 1"),
                cursor("-1000000000-01-01T00:00:00Z 1"),
                cursor("+300000-01-01T00:00:00Z 1"),
                cursor("' or 1=1 -- 1"));

        for (String after : cursors) {
            for (String list : List.of("/api/v1/decisions", "/api/v1/inbox")) {
                Refusals.naming("/after", list + " " + after, address(list + "?after=" + after), 422);
            }
            for (String page : List.of("/", "/log", "/decisions?stage=SCOPING")) {
                String to = page + (page.contains("?") ? "&" : "?") + "after=" + after;
                Refusals.onPage(to, address(to), 422);
            }
        }
    }

    @Test
    void names_a_place_in_the_history_that_is_none() {
        String events = "/api/v1/decisions/" + calls.path(key()) + "/events?before=";

        for (String before : List.of("x", "-1", "0", "99999999999")) {
            Refusals.naming("/before", before, address(events + before), 422);
        }
        assertThat(address("/decisions/" + calls.path(key()) + "/history?before=x")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void names_a_filter_that_is_none() {
        for (String filter : List.of("stage=NOWHERE", "category=API", "stage=%27", "category=%F0%9F%98%80")) {
            String field = "/" + filter.split("=")[0];
            Refusals.naming(field, filter, address("/api/v1/decisions?" + filter), 422);
            Refusals.onPage(filter, address("/decisions?" + filter), 422);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%25",
                "_",
                "%5C",
                "%25%25%5C_",
                "%27",
                "%27%3B%20drop%20table%20decision%3B--",
                "%F0%9F%98%80",
                "%E2%80%AE",
                "a%20%26%20%7C%20%21%20%28",
                "%22",
                "%3C-%3E",
                "%ff%fe",
                "%ed%a0%80"
            })
    void looks_for_strange_words_as_they_are(String words) {
        for (String page : List.of("/decisions?q=", "/decisions?stage=SCOPING&q=", "/log?q=")) {
            Response answer = address(page + words);

            assertThat(answer.statusCode()).as(page + words).isEqualTo(200);
            assertThat(answer.asString()).as(page + words).doesNotContain("/decisions/" + calls.path(key()) + "\"");
        }
    }

    @Test
    void takes_words_without_end() {
        for (String words : List.of("a".repeat(3_000), "a+".repeat(1_500), "a".repeat(199) + "%F0%9F%98%80")) {
            for (String page : List.of("/decisions?q=", "/log?q=", "/decisions?team=", "/?team=")) {
                assertThat(address(page + words).statusCode()).as(page).isEqualTo(200);
            }
        }
    }

    @Test
    void refuses_a_character_that_no_name_has_wherever_it_is_asked() {
        for (String path : List.of("/decisions?q=%00", "/log?q=a%00", "/?team=%00", "/sign-in?next=%00")) {
            Refusals.onPage(path, address(path), 400);
        }
        for (String path : List.of("/api/v1/decisions?team=%00", "/api/v1/people?after=%00", "/api/v1/teams/%00")) {
            Refusals.clear(path, address(path), 400);
        }
    }

    private Response sent(Route route, String path) {
        if (route.ofForm()) {
            return Calls.form(cast.administrator(), calls.sample(route))
                    .urlEncodingEnabled(false)
                    .post(path);
        }
        var request =
                Calls.request(cast.administrator()).urlEncodingEnabled(false).header("If-Match", "\"1\"");
        if (route.changes()) {
            request.contentType("application/json").body(calls.sample(route));
        }
        return request.request(route.method(), path);
    }

    private Response address(String path) {
        return Calls.request(cast.administrator()).urlEncodingEnabled(false).get(path);
    }

    private static Route key() {
        return new Route(java.util.Set.of(), "GET", "{key}", "");
    }

    private static String cursor(String words) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }
}
