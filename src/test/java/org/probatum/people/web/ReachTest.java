package org.probatum.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.Route;
import org.probatum.support.Stored;
import org.probatum.support.TestDatabase;

/** Every route is called by everybody: who does not reach so far is refused, and whoever does is not refused for that. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ReachTest {
    private static final Set<String> ALL = Set.of("read", "file", "review");

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
    void asks_nobody_in_without_a_sign_in() {
        Stored before = Stored.now();

        for (Route route : Route.table()) {
            Response answer = calls.valid(null, route);

            if (route.who().isEmpty()) {
                assertThat(answer.statusCode())
                        .as(route.words())
                        .isBetween(200, 401)
                        .isNotIn(301, 302);
            } else if (route.ofApi()) {
                assertThat(answer.statusCode()).as(route.words()).isEqualTo(401);
                assertThat(answer.contentType()).as(route.words()).startsWith("application/problem+json");
                assertThat(answer.<String>path("type")).isEqualTo("/problems/unauthorized");
                assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            } else if (route.forPrograms()) {
                assertThat(answer.statusCode()).as(route.words()).isEqualTo(401);
            } else {
                assertThat(answer.statusCode()).as(route.words()).isEqualTo(302);
                assertThat(answer.header("Location")).as(route.words()).contains("/sign-in?next=%2F");
            }
        }

        assertThat(Stored.now()).isEqualTo(before);
    }

    @Test
    void refuses_whoever_does_not_reach_so_far_and_nobody_else() {
        Map<Player, Set<String>> players = new LinkedHashMap<>();
        for (String scope : ALL) {
            players.put(casting.reaching(cast.author(), scope), Set.of(scope));
        }
        players.put(cast.author(), ALL);
        players.put(cast.stranger(), ALL);
        players.put(cast.auditor(), ALL);
        players.put(cast.administrator(), Set.of("read", "file", "review", "admin"));
        players.put(casting.reaching(cast.administrator(), "admin"), Set.of("admin"));
        Stored before = Stored.now();

        players.forEach((player, reach) -> Route.table().forEach(route -> {
            Response answer = calls.least(player, route);

            String who = player.username() + " reaching " + reach + ": " + route.words();
            if (!ofTeam(route) && !isWholeWhenEmpty(route) || !route.admits(reach)) {
                assertThat(isOutOfReach(route, answer))
                        .as(who + " answered " + answer.statusCode())
                        .isEqualTo(!route.admits(reach));
            }
            assertThat(answer.statusCode()).as(who).isLessThan(500);
            if (!route.path().equals("/sign-in")) {
                assertThat(answer.statusCode()).as(who).isNotEqualTo(401);
            }
        }));

        assertThat(Stored.now()).isEqualTo(before);
    }

    /** What a team's lead keeps on pages. */
    private static boolean ofTeam(Route route) {
        return route.path().startsWith("/webhooks/") || route.path().startsWith("/team/");
    }

    /** Nothing to fill in: what was sent is complete, and the rules of the decision or of the log are asked. */
    private static boolean isWholeWhenEmpty(Route route) {
        return route.words()
                .matches("POST /decisions/\\{key}/(comparisons/\\{criterion}|reruns/\\{rerun}/cancellation)"
                        + "|POST /log/integrity|GET /log/tile/entries/\\{bundle}|GET (/log|/api/v1)/changes");
    }

    /**
     * Pages are sent next to nothing, so no rule of a decision is asked before what was sent is. What
     * a lead keeps is the exception: one has to lead the team even to be told what is wrong.
     */
    private static boolean isOutOfReach(Route route, Response answer) {
        boolean refused = answer.statusCode() == 403;
        return refused
                && (!route.ofApi() || Api.tree(answer).path("type").asText().equals("/problems/out-of-reach"));
    }

    @Test
    void refuses_a_token_that_is_not_known_whatever_it_asks_for() {
        Player unknown = new Player(cast.author().actor(), "prb_" + "A".repeat(43));

        for (Route route : Route.table()) {
            assertThat(calls.valid(unknown, route).statusCode())
                    .as(route.words())
                    .isEqualTo(route.forPrograms() ? 401 : 302);
        }
    }
}
