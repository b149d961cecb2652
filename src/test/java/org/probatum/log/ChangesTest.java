package org.probatum.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Eventually;
import org.probatum.support.Hooks;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.Route;
import org.probatum.support.TestDatabase;

/** Whoever changes who may decide, or by what rules, is in the log with it, and whoever is refused is not. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ChangesTest {
    @Inject
    Casting casting;

    private Cast cast;
    private Calls calls;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        calls = new Calls(cast, Road.at(cast, Gate.SCOPE));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            POST /api/v1/people                              , admin , PersonCreated
            POST /api/v1/teams                               , admin , TeamCreated
            PUT /api/v1/teams/{slug}/members/{username}      , admin , MembershipSet
            POST /api/v1/delegations                         , owner , DelegationGiven
            POST /api/v1/tokens                              , author, TokenIssued
            PUT /api/v1/teams/{slug}/calendar                , owner , CalendarKept
            PUT /api/v1/teams/{slug}/appetite                , admin , AppetiteSet
            PUT /api/v1/teams/{slug}/reruns                  , admin , RerunTermsSet
            POST /api/v1/recalls                             , admin , EvidenceRecalled
            POST /api/v1/trackers/{slug}                     , owner , TrackerConnected
            POST /api/v1/policies/{table}/versions           , admin , PolicyUploaded
            POST /api/v1/policies/{table}/versions/{number}/backtests, admin, BacktestStarted
            POST /api/v1/webhooks/{slug}                     , owner , WebhookAdded
            """)
    void keeps_each_change_as_one_leaf(String words, String who, String type) {
        Route route = Route.table().stream()
                .filter(one -> one.words().equals(words))
                .findFirst()
                .orElseThrow();
        long before = newest();

        assertThat(send(player(who), route, "{\"surplus\": 1}").statusCode()).isEqualTo(422);
        assertThat(since(before)).isEmpty();

        Response done = send(player(who), route, calls.sample(route));

        assertThat(done.statusCode()).as(done.asString()).isBetween(200, 299);
        JsonNode change = single(since(before));
        assertThat(change.get("type").asText()).isEqualTo(type);
        assertThat(change.get("by").asText()).isEqualTo(player(who).actor().name());
        assertThat(change.get("payload").asText()).doesNotContain("prb_", "password", "secret");
        Eventually.holds(() -> assertThat(Database.value("select count(*) from log_leaf where source = 'log' and"
                        + " event_id = " + change.get("id").asText()))
                .isEqualTo("1"));
        String leaf =
                Database.value("select leaf from log_leaf where source = 'log' and event_id = " + change.get("id"));
        assertThat(Leaf.parse(leaf).actor())
                .isEqualTo("person:" + player(who).actor().id());
        assertThat(Leaf.parse(leaf).team())
                .isEqualTo(change.has("team") ? change.get("team").asText() : null);
    }

    @Test
    void says_what_became_of_a_token_and_of_a_delegation_and_never_the_token() {
        long before = newest();
        JsonNode issued = Api.tree(Api.as(cast.author())
                .request()
                .body("{\"name\": \"pipeline\", \"scopes\": [\"read\"], \"days\": 30}")
                .post("/api/v1/tokens"));
        Api.as(cast.author())
                .request()
                .delete("/api/v1/tokens/" + issued.get("id").asText())
                .then()
                .statusCode(204);

        assertThat(since(before))
                .extracting(one -> one.get("type").asText())
                .containsExactly("TokenRevoked", "TokenIssued");
        assertThat(since(before).toString()).doesNotContain(issued.get("token").asText());
    }

    @Test
    void says_what_became_of_a_webhook_and_never_its_address_or_its_secret() {
        Hooks hooks = new Hooks(cast);
        long before = newest();
        Hooks.Made made = hooks.added("https://ci.example.org/hook-path-9a1", "decision.published");
        Hooks.Made rotated = hooks.rotated(made.id(), 24);
        Calls.request(cast.owner())
                .delete("/api/v1/webhooks/" + cast.team() + "/" + made.id())
                .then()
                .statusCode(204);

        assertThat(since(before))
                .extracting(one -> one.get("type").asText())
                .containsExactly("WebhookRemoved", "WebhookSecretChanged", "WebhookAdded");
        assertThat(since(before).toString())
                .contains("ci.example.org")
                .doesNotContain("hook-path-9a1", made.secret(), rotated.secret());
    }

    @Test
    void begin_with_the_tables_that_the_service_brings() {
        assertThat(Database.value("select string_agg(payload ->> 'digest', ',' order by payload ->> 'digest')"
                        + " from log_event where type = 'PolicyInstalled'"))
                .isEqualTo(Database.value(
                        "select string_agg(digest, ',' order by digest) from policy_version" + " where number = 1"));
    }

    @Test
    void are_shown_to_those_who_see_everything() {
        Api.as(cast.administrator())
                .request()
                .body("{\"roles\": [\"REVIEWER\"]}")
                .put("/api/v1/teams/" + cast.team() + "/members/"
                        + cast.colleague().username())
                .then()
                .statusCode(200);

        for (Player allowed : List.of(cast.auditor(), cast.administrator())) {
            assertThat(page(allowed).asString())
                    .contains("Membership set", cast.team(), cast.colleague().username());
        }
        assertThat(page(cast.author()).statusCode()).isEqualTo(403);
        Api.as(cast.auditor()).request().get("/api/v1/changes?before=x").then().statusCode(422);
    }

    private Response send(Player player, Route route, String body) {
        String seen = route.method().equals("PUT")
                ? Calls.request(player).get(calls.path(route)).header("ETag")
                : null;
        return Calls.request(player)
                .header("If-Match", seen == null ? "\"0\"" : seen)
                .contentType("application/json")
                .body(body)
                .request(route.method(), calls.path(route));
    }

    private Player player(String who) {
        return switch (who) {
            case "admin" -> cast.administrator();
            case "owner" -> cast.owner();
            default -> cast.author();
        };
    }

    private static long newest() {
        return Long.parseLong(Database.value("select coalesce(max(id), 0) from log_event"));
    }

    /** Newest first. */
    private List<JsonNode> since(long id) {
        JsonNode all = Api.tree(Api.as(cast.auditor()).request().get("/api/v1/changes"));
        return java.util.stream.StreamSupport.stream(all.spliterator(), false)
                .filter(one -> one.get("id").asLong() > id)
                .toList();
    }

    private static JsonNode single(List<JsonNode> changes) {
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    private static Response page(Player player) {
        return Api.as(player).request().accept("text/html").get("/log/changes");
    }
}
