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
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Player;
import org.probatum.support.Raw;
import org.probatum.support.Road;
import org.probatum.support.Route;
import org.probatum.support.Stored;
import org.probatum.support.TestDatabase;

/** No form does anything that was not sent from a page of ours: somebody else's page cannot know the token. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CsrfTest {
    private static final List<Route> FORMS =
            Route.table().stream().filter(Route::ofForm).toList();

    @Inject
    Casting casting;

    private Cast cast;
    private Calls calls;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        calls = new Calls(cast, Road.inReview(cast, Gate.SCOPE));
    }

    @Test
    void refuses_every_form_without_its_token() {
        Stored before = Stored.now();

        for (Route route : FORMS) {
            for (Player player : List.of(cast.author(), cast.reviewer(), cast.administrator())) {
                if (!route.admits(player.actor().access())) {
                    continue;
                }
                refused(route, Calls.bareForm(player, calls.sample(route)).post(calls.path(route)));
                refused(
                        route,
                        Calls.bareForm(player, calls.sample(route))
                                .cookie("probatum-csrf", Calls.CSRF)
                                .post(calls.path(route)));
                refused(
                        route,
                        Calls.bareForm(player, calls.sample(route))
                                .formParam("csrf-token", Calls.CSRF)
                                .cookie("probatum-csrf", "B".repeat(21) + "A")
                                .post(calls.path(route)));
            }
        }

        assertThat(Stored.now()).isEqualTo(before);
    }

    @Test
    void takes_nothing_for_a_form_that_is_none() {
        Stored before = Stored.now();

        for (Route route : FORMS) {
            Response untyped = Raw.send(cast.administrator(), "POST", calls.path(route), null, new byte[0]);
            Response text = Calls.request(cast.administrator())
                    .contentType("text/plain")
                    .body("csrf-token=" + Calls.CSRF)
                    .post(calls.path(route));
            Response parts = Calls.request(cast.administrator())
                    .multiPart("csrf-token", Calls.CSRF)
                    .post(calls.path(route));

            assertThat(untyped.statusCode()).as(route.words()).isEqualTo(415);
            assertThat(text.statusCode()).as(route.words()).isEqualTo(415);
            assertThat(parts.statusCode()).as(route.words()).isEqualTo(415);
        }

        assertThat(Stored.now()).isEqualTo(before);
    }

    @Test
    void gives_every_form_on_a_page_its_token() {
        for (Route route : Route.table()) {
            if (!route.changes()
                    && !route.ofApi()
                    && !route.ofRecord()
                    && !route.path().startsWith("/schemas")) {
                String page = calls.valid(cast.author(), route).asString();

                long forms = page.split("<form[^>]*method=\"post\"", -1).length - 1;
                long tokens = page.split("name=\"csrf-token\"", -1).length - 1;

                assertThat(tokens).as(route.words()).isEqualTo(forms);
            }
        }
    }

    private static void refused(Route route, Response answer) {
        assertThat(answer.statusCode()).as(route.words()).isEqualTo(400);
        assertThat(answer.contentType()).as(route.words()).startsWith("text/html");
        assertThat(answer.asString()).as(route.words()).contains("form is no longer valid");
    }
}
