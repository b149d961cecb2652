package org.probatum.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
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
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Player;
import org.probatum.support.Raw;
import org.probatum.support.Refusals;
import org.probatum.support.Road;
import org.probatum.support.Route;
import org.probatum.support.Stored;
import org.probatum.support.TestDatabase;

/** Whatever is typed into any form, or sent as if it had been: a page that says what is wrong, and nothing stored. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HostileFormTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    /** Forms whose fields are checked; the others take no field but a version, or look at none. */
    private static final List<Route> FORMS = Route.table().stream()
            .filter(route -> route.ofForm() && route.sample().contains("/"))
            .filter(route -> !route.sample().startsWith("text="))
            // Boxes that are ticked or not: whatever else is sent with them says nothing.
            .filter(route -> !route.path().startsWith("/notifications"))
            .toList();

    @Inject
    Casting casting;

    private Cast cast;
    private Calls calls;
    private String escalation;
    private Stored before;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        calls = new Calls(cast, Road.at(cast, Gate.SCOPE));
        String grave = Road.at(cast, Gate.TRADE_OFFS, Drafts.withGraveRisk(cast));
        escalation = Database.value("select max(e.id) from escalation e join decision d on d.id = e.decision_id"
                + " where d.key = '" + grave + "'");
        before = Stored.now();
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(Stored.now()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0007b", "a\u202Eb", "a\u001b[31m"})
    void refuses_characters_that_no_text_has(String typed) {
        for (Route route : FORMS) {
            for (String field : fields(route)) {
                Response answer = with(route, field, typed).post(path(route));

                Refusals.onPage(route.words() + " " + field, answer, 404, 422, 428);
            }
        }
    }

    @Test
    void refuses_what_is_too_long() {
        for (Route route : FORMS) {
            for (String field : fields(route)) {
                Response answer = with(route, field, "😀".repeat(5_000)).post(path(route));

                Refusals.onPage(route.words() + " " + field, answer, 404, 422, 428);
            }
        }
    }

    @Test
    void refuses_a_form_with_nothing_in_it() {
        for (Route route : FORMS) {
            Response answer = Calls.form(player(route), "").post(path(route));

            Refusals.onPage(route.words(), answer, 404, 422, 428);
        }
    }

    @Test
    void refuses_fields_the_form_does_not_have() {
        for (Route route : FORMS) {
            for (String field : List.of("/surplus", "/", "//", "/0", "/~", "/a/0/b", "/" + "x/".repeat(60))) {
                Response answer = with(route, field, "typed").post(path(route));

                Refusals.onPage(route.words() + " " + field, answer, 404, 422, 428);
            }
        }
    }

    @Test
    void refuses_more_fields_than_anybody_fills_in() {
        StringBuilder many = new StringBuilder("csrf-token=" + Calls.CSRF);
        for (int i = 0; i < 4_000; i++) {
            many.append("&/f").append(i).append("=x");
        }

        for (Route route : FORMS) {
            Response answer = raw(route, many.toString());

            Refusals.onPage(route.words(), answer, 400, 413, 422);
        }
    }

    @Test
    void refuses_a_form_whose_writing_is_broken() {
        for (Route route : FORMS) {
            for (String body : List.of(
                    "csrf-token=" + Calls.CSRF + "&%ZZ=1",
                    "csrf-token=" + Calls.CSRF + "&/reason=%",
                    "csrf-token=" + Calls.CSRF + "&/reason=%f",
                    "&&&===&csrf-token=" + Calls.CSRF,
                    "csrf-token=" + Calls.CSRF + "&/title=%ff%fe",
                    "csrf-token=" + Calls.CSRF + "&/title=%ed%a0%80")) {
                Refusals.onPage(route.words() + " " + body, raw(route, body), 400, 404, 422, 428);
            }
        }
    }

    @Test
    void refuses_letters_of_an_alphabet_it_does_not_know() {
        for (Route route : FORMS) {
            Response answer = Raw.send(
                    player(route),
                    "POST",
                    path(route),
                    FORM + "; charset=no-such-thing",
                    ("csrf-token=" + Calls.CSRF).getBytes(StandardCharsets.UTF_8));

            Refusals.onPage(route.words(), answer, 400, 404, 415, 422, 428);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "null", "a: &a [*a]", "\u0000", "a: 1\na: 2", "{\"team\": 1}", "- - - -", "\uD83D\uDE00"
            })
    void refuses_a_pasted_file_that_is_none(String text) {
        for (String path : List.of(
                "/decisions/file",
                "/decisions/check",
                calls.path(new Route(java.util.Set.of(), "POST", "/decisions/{key}/edit/runs", "")))) {
            Response answer =
                    Calls.form(cast.author(), "").formParam("text", text).post(path);

            Refusals.onPage(path + " " + text, answer, 400, 422);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "99999999999", "1.0", " 1", "\u0661"})
    void asks_which_version_was_seen(String version) {
        for (Route route : FORMS) {
            if (route.sample().contains("version=")) {
                Response answer = with(route, "version", version).post(path(route));

                Refusals.onPage(route.words(), answer, 422, 428);
            }
        }
    }

    @Test
    void refuses_a_version_long_gone() {
        for (Route route : Route.table()) {
            if (route.ofForm()
                    && route.sample().contains("version=")
                    && !route.path().contains("trade-offs")
                    && !route.path().endsWith("/appetite")) {
                Response answer = with(route, "version", "0").post(path(route));

                Refusals.onPage(route.words(), answer, 412);
                assertThat(answer.asString()).contains("has changed since you read it");
            }
        }
    }

    private RequestSpecification with(Route route, String field, String value) {
        RequestSpecification form = Calls.form(player(route), "");
        for (String sent : calls.sample(route).split("&")) {
            String name = sent.split("=", 2)[0];
            if (!name.equals(field)) {
                form.formParam(name, sent.split("=", 2)[1]);
            }
        }
        return form.formParam(field, value);
    }

    private Response raw(Route route, String body) {
        return Raw.send(player(route), "POST", path(route), FORM, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Where the form goes: what it answers is really there. */
    private String path(Route route) {
        return route.path().startsWith("/escalations/") ? "/escalations/" + escalation + "/answers" : calls.path(route);
    }

    private List<String> fields(Route route) {
        return java.util.Arrays.stream(route.sample().split("&"))
                .map(field -> field.split("=", 2)[0])
                .toList();
    }

    private Player player(Route route) {
        if (route.who().contains("admin")) {
            return cast.administrator();
        }
        return route.path().matches("/(webhooks|escalations)/.*|/team/.*/trackers.*") ? cast.owner() : cast.author();
    }
}
