package org.probatum.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.probatum.decision.Gate;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.Route;
import org.probatum.support.TestDatabase;

/** What the table of routes has as valid is taken from whoever may send it: refusals elsewhere are for no other reason. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PermittedTest {
    /** What one cannot name beforehand, or cannot do just so: a number, a risk as shown, something missing to be waived. */
    private static final List<String> TOLD_ELSEWHERE = List.of(
            "POST /sign-in",
            "POST /account/tokens/{id}/revocation",
            "DELETE /api/v1/tokens/{id}",
            "POST /account/away/{id}/end",
            "GET /escalations/{id}",
            "GET /log/tile/entries/{bundle}",
            "GET /log/changes",
            "GET /api/v1/changes",
            "GET /api/v1/export",
            "POST /log/integrity",
            "POST /team/{slug}/calendar/holidays/removal",
            "POST /escalations/{id}/answers",
            "POST /api/v1/escalations/{id}/answers",
            "POST /decisions/{key}/verifications/{id}",
            "POST /api/v1/decisions/{key}/verifications/{id}",
            "POST /decisions/{key}/gates/{gate}/waivers",
            "POST /api/v1/decisions/{key}/gates/{gate}/waivers",
            "POST /decisions/{key}/gates/{gate}/rejections/{id}/confirmation",
            "POST /api/v1/decisions/{key}/gates/{gate}/rejections/{id}/confirmation",
            "POST /decisions/{key}/gates/{gate}/rejections/{id}/withdrawal",
            "POST /api/v1/decisions/{key}/gates/{gate}/rejections/{id}/withdrawal",
            "POST /decisions/{key}/deviations",
            "POST /api/v1/decisions/{key}/deviations",
            "POST /decisions/{key}/deviations/{deviation}/explanations",
            "POST /api/v1/decisions/{key}/deviations/{deviation}/explanations",
            "POST /decisions/{key}/deviations/{deviation}/answers",
            "POST /api/v1/decisions/{key}/deviations/{deviation}/answers",
            "DELETE /api/v1/delegations/{id}",
            "GET /webhooks/{slug}/{id}",
            "POST /webhooks/{slug}/{id}/secrets",
            "POST /webhooks/{slug}/{id}/tests",
            "POST /webhooks/{slug}/{id}/state",
            "POST /webhooks/{slug}/{id}/removal",
            "GET /api/v1/webhooks/{slug}/{id}/deliveries",
            "POST /api/v1/webhooks/{slug}/{id}/deliveries",
            "POST /api/v1/webhooks/{slug}/{id}/secrets",
            "DELETE /api/v1/webhooks/{slug}/{id}",
            "GET /team/{slug}/trackers/{id}",
            "POST /team/{slug}/trackers/{id}",
            "POST /team/{slug}/trackers/{id}/greeting",
            "POST /team/{slug}/trackers/{id}/removal",
            "PUT /api/v1/trackers/{slug}/{id}",
            "DELETE /api/v1/trackers/{slug}/{id}",
            "GET /api/v1/trackers/{slug}/{id}/greeting",
            "GET /api/v1/trackers/{slug}/{id}/experiments",
            "GET /api/v1/trackers/{slug}/{id}/runs",
            "POST /decisions/{key}/reruns/{rerun}/cancellation",
            "POST /api/v1/decisions/{key}/reruns/{rerun}/cancellation",
            "POST /decisions/{key}/import",
            "POST /decisions/{key}/imports/{import}",
            "POST /api/v1/decisions/{key}/imports",
            "POST /api/v1/decisions/{key}/imports/{import}/continuations",
            "POST /decisions/{key}/risks/{risk}/acceptances",
            "POST /risks/{key}/{risk}/revocations",
            "POST /api/v1/decisions/{key}/risks/{risk}/revocations",
            "PUT /api/v1/teams/{slug}/appetite",
            "PUT /api/v1/teams/{slug}/reruns",
            "POST /decisions/{key}/questions",
            "POST /decisions/{key}/revocations",
            "POST /api/v1/decisions/{key}/questions",
            "POST /api/v1/decisions/{key}/reaffirmations",
            "POST /api/v1/decisions/{key}/revocations",
            "POST /lineage/recalls",
            "POST /lineage/recalls/{id}/withdrawals",
            "POST /api/v1/recalls",
            "POST /api/v1/recalls/{id}/withdrawals",
            "GET /api/v1/recalls/{id}",
            "GET /api/v1/dependents");

    @Inject
    Casting casting;

    static Stream<Route> routes() {
        return Route.table().stream().filter(route -> !TOLD_ELSEWHERE.contains(route.words()));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void lets_whoever_may_do_it_do_it(Route route) {
        Cast cast = casting.cast();
        boolean published = route.ofRecord();
        boolean votes = route.path().endsWith("/reviews");
        String key =
                published ? Road.published(cast) : votes ? Road.inReview(cast, Gate.SCOPE) : Road.at(cast, Gate.SCOPE);

        Response answer = new Calls(cast, key).valid(who(cast, route), route);

        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201, 303);
    }

    private static Player who(Cast cast, Route route) {
        if (route.who().contains("admin")) {
            return cast.administrator();
        }
        if (route.path().endsWith("/acceptances")
                || route.path().contains("/webhooks/")
                || route.path().contains("/trackers")) {
            return cast.owner();
        }
        return route.path().endsWith("/reviews")
                        || route.path().endsWith("/away")
                        || route.path().endsWith("/delegations")
                ? cast.reviewer()
                : cast.author();
    }
}
