package org.probatum.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.shared.Json;
import org.probatum.shared.document.SchemaCheck;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Eventually;
import org.probatum.support.Hooks;
import org.probatum.support.Player;
import org.probatum.support.Receiver;
import org.probatum.support.Road;
import org.probatum.support.TestClock;
import org.probatum.support.TestDatabase;

/** A team's events arrive where its leads said, signed, at least once; what does not arrive is kept and can be sent again. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WebhooksTest {
    @Inject
    Casting casting;

    @Inject
    TestClock clock;

    private Cast cast;
    private Hooks hooks;

    @BeforeEach
    void seat() {
        cast = casting.cast();
        hooks = new Hooks(cast);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void bring_the_events_that_were_asked_for_signed_and_as_the_schema_says() {
        try (Receiver receiver = Receiver.answering(204)) {
            Hooks.Made hook = hooks.added(receiver.url(), "decision.stage_submitted");
            String key = Road.inReview(cast, Gate.SCOPE);

            Eventually.holds(() -> assertThat(receiver.received()).hasSize(1));
            Receiver.Received one = receiver.received().get(0);
            JsonNode body = Json.read(one.body(), JsonNode.class);
            assertThat(body.path("type").asText()).isEqualTo("decision.stage_submitted");
            assertThat(body.at("/data/decision/key").asText()).isEqualTo(key);
            assertThat(body.at("/data/decision/url").asText())
                    .isEqualTo("https://probatum.example.org/decisions/" + key);
            assertThat(body.at("/data/event/actor").asText())
                    .isEqualTo(cast.author().username());
            assertThat(SchemaCheck.ofResource("schemas/webhook-1.json").check(document(one.body())))
                    .isEmpty();
            assertThat(verifies(hook.secret(), one)).isTrue();
            assertThat(verifies(hook.secret(), new Receiver.Received(one.headers(), one.body() + " ")))
                    .isFalse();
            long seconds = Long.parseLong(one.headers().get("webhook-timestamp"));
            assertThat(Instant.ofEpochSecond(seconds)).isAfter(Instant.now().minusSeconds(60));
            Eventually.holds(() -> assertThat(hooks.logged(hook.id(), one.id()))
                    .containsEntry("state", "SENT")
                    .containsEntry("status", 204));
        }
    }

    @Test
    void bring_nothing_of_another_team() {
        Cast others = casting.cast();
        try (Receiver receiver = Receiver.answering(204)) {
            Hooks.Made hook = hooks.added(receiver.url());
            Road.inReview(others, Gate.SCOPE);
            hooks.tested(hook.id());

            Eventually.holds(() -> assertThat(receiver.received()).isNotEmpty());

            assertThat(receiver.received()).allMatch(one -> one.body().contains("webhook.test"));
        }
    }

    @Test
    void are_signed_by_both_secrets_while_one_replaces_the_other() {
        try (Receiver receiver = Receiver.answering(200)) {
            Hooks.Made old = hooks.added(receiver.url(), "decision.published");
            Hooks.Made fresh = hooks.rotated(old.id(), 24);
            hooks.tested(old.id());
            Eventually.holds(() -> assertThat(receiver.received()).hasSize(1));
            assertThat(verifies(old.secret(), receiver.received().get(0))).isTrue();
            assertThat(verifies(fresh.secret(), receiver.received().get(0))).isTrue();

            clock.pass(Duration.ofHours(25));
            hooks.tested(old.id());
            Eventually.holds(() -> assertThat(receiver.received()).hasSize(2));
            assertThat(verifies(old.secret(), receiver.received().get(1))).isFalse();
            assertThat(verifies(fresh.secret(), receiver.received().get(1))).isTrue();
        }
    }

    @Test
    void keep_their_secrets_where_the_database_alone_shows_nothing() {
        Hooks.Made hook = hooks.added("https://ci.example.org/probatum", "decision.published");
        Response listed = Api.as(cast.owner()).get("/api/v1/webhooks/" + cast.team());

        assertThat(listed.asString())
                .contains("ci.example.org")
                .doesNotContain("whsec_", hook.secret().substring(6));
        String row = Database.value("select encode(secret, 'escape') from webhook_endpoint where id = " + hook.id());
        assertThat(row).doesNotContain("whsec_", hook.secret().substring(6));
        assertThat(Base64.getDecoder().decode(hook.secret().substring(6))).hasSize(32);
    }

    @Test
    void are_sent_again_with_the_same_id_until_they_arrive() {
        try (Receiver receiver = Receiver.answering(500)) {
            Hooks.Made hook = hooks.added(receiver.url(), "decision.published");
            String message = hooks.tested(hook.id());
            Eventually.holds(() -> assertThat(hooks.logged(hook.id(), message))
                    .containsEntry("state", "WAITING")
                    .containsEntry("reason", "it answered 500"));

            receiver.behaves(Receiver.status(200));
            clock.pass(Duration.ofMinutes(2));

            Eventually.holds(() -> assertThat(hooks.logged(hook.id(), message)).containsEntry("state", "SENT"));
            assertThat(receiver.received()).hasSize(2).allMatch(one -> one.id().equals(message));
            assertThat(receiver.received().get(0).body())
                    .isEqualTo(receiver.received().get(1).body());
        }
    }

    @Test
    void come_back_when_the_receiver_says_and_not_before() {
        try (Receiver receiver = Receiver.answering(503, "Retry-After: 7200")) {
            Hooks.Made hook = hooks.added(receiver.url(), "decision.published");
            String message = hooks.tested(hook.id());
            Eventually.holds(() -> assertThat(hooks.logged(hook.id(), message)).containsEntry("status", 503));

            Instant again =
                    Instant.parse((String) hooks.logged(hook.id(), message).get("nextAt"));

            assertThat(again)
                    .isBetween(
                            clock.instant().plusSeconds(7100), clock.instant().plusSeconds(7300));
        }
    }

    @Test
    void end_with_a_receiver_that_is_gone() {
        try (Receiver receiver = Receiver.answering(410)) {
            Hooks.Made hook = hooks.added(receiver.url(), "decision.published");
            hooks.tested(hook.id());

            Eventually.holds(() -> assertThat(Api.as(cast.owner())
                            .get("/api/v1/webhooks/" + cast.team())
                            .<String>path("[0].disabledBecause"))
                    .contains("410 Gone"));
            Api.as(cast.owner())
                    .request()
                    .body(Map.of("type", "webhook.test"))
                    .post("/api/v1/webhooks/" + cast.team() + "/" + hook.id() + "/deliveries")
                    .then()
                    .statusCode(409);
        }
    }

    @Test
    void become_dead_letters_that_are_seen_and_sent_again() {
        try (Receiver receiver = Receiver.answering(302, "Location: http://127.0.0.1:1/")) {
            Hooks.Made hook = hooks.added(receiver.url(), "decision.published");
            String message = hooks.tested(hook.id());
            Eventually.holds(() -> assertThat(receiver.received()).isNotEmpty());
            Database.change("update delivery set attempts = 9 where id = '" + message + "' and state = 'WAITING'");
            clock.pass(Duration.ofDays(3));

            Eventually.holds(() -> assertThat(dead(cast.owner())).contains(message));
            assertThat(String.valueOf(hooks.logged(hook.id(), message).get("reason")))
                    .contains("302, a redirect, and none is followed");
            assertThat(dead(cast.administrator())).contains(message);
            assertThat(dead(cast.author())).isEmpty();
            assertThat(replay(cast.reviewer(), message).statusCode()).isEqualTo(404);

            receiver.behaves(Receiver.status(200));
            clock.pass(Duration.ofMinutes(2));
            replay(cast.owner(), message).then().statusCode(200);

            Eventually.holds(() -> assertThat(hooks.logged(hook.id(), message)).containsEntry("state", "SENT"));
            assertThat(receiver.received()).allMatch(one -> one.id().equals(message));
        }
    }

    @Test
    void are_kept_by_leads_and_platform_owners_alone() {
        for (Player other : List.of(cast.author(), cast.reviewer(), cast.auditor())) {
            assertThat(hooks.adding(other, "https://ci.example.org/").statusCode())
                    .as(other.username())
                    .isEqualTo(403);
        }
        assertThat(hooks.adding(cast.stranger(), "https://ci.example.org/").statusCode())
                .isEqualTo(404);
        assertThat(hooks.adding(cast.administrator(), "https://ci.example.org/").statusCode())
                .isEqualTo(201);
    }

    @Test
    void go_to_no_address_that_is_none_and_to_no_event_that_is_none() {
        for (String url :
                List.of("ftp://example.org", "https://a:b@example.org", "nonsense", "https://example.org/#x")) {
            Response refused = hooks.adding(cast.owner(), url);
            assertThat(refused.statusCode()).as(url).isEqualTo(422);
            assertThat(refused.<String>path("violations[0].pointer")).isEqualTo("/url");
        }
        assertThat(hooks.adding(cast.owner(), "https://example.org", "decision.dreamt")
                        .<String>path("violations[0].pointer"))
                .isEqualTo("/events");
    }

    @Test
    void reach_nothing_inside() {
        Hooks.Made hook = hooks.added("http://169.254.169.254/latest/meta-data", "decision.published");
        String message = hooks.tested(hook.id());

        Eventually.holds(() -> assertThat(hooks.logged(hook.id(), message)).containsEntry("state", "DEAD"));
        assertThat(String.valueOf(hooks.logged(hook.id(), message).get("reason")))
                .contains("169.254.169.254 is link-local");
    }

    /** Verifies as a receiver would, by the specification and none of our code. */
    private static boolean verifies(String secret, Receiver.Received one) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
            String signed = one.id() + "." + one.headers().get("webhook-timestamp") + "." + one.body();
            String expected =
                    "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
            return Arrays.asList(one.headers().get("webhook-signature").split(" "))
                    .contains(expected);
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static org.probatum.shared.document.Document document(String json) {
        return new org.probatum.shared.document.DocumentReader()
                .read(json.getBytes(StandardCharsets.UTF_8), org.probatum.shared.document.Format.JSON);
    }

    private static List<String> dead(Player player) {
        return Api.as(player).get("/api/v1/dead-letters").jsonPath().getList("id", String.class);
    }

    private static Response replay(Player player, String message) {
        return Api.as(player).request().body(Map.of("id", message)).post("/api/v1/dead-letters/replays");
    }
}
