package org.probatum.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Eventually;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestClock;
import org.probatum.support.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WhoIsToldTest {
    @Inject
    Casting casting;

    @Inject
    TestClock clock;

    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void reviewers_when_a_gate_opens_for_them_and_nobody_else() {
        String key = Road.inReview(cast, Gate.SCOPE);

        for (Player reviewer : List.of(cast.reviewer(), cast.second(), cast.owner())) {
            Eventually.holds(() -> assertThat(told(reviewer, key)).containsExactly("Review the scope gate"));
        }
        for (Player other : List.of(cast.author(), cast.colleague(), cast.stranger(), cast.auditor())) {
            assertThat(told(other, key)).as(other.username()).isEmpty();
        }
    }

    @Test
    void the_author_when_it_is_sent_back_passed_and_published_and_not_whoever_did_it() {
        String back = Road.inReview(cast, Gate.SCOPE);
        Api.as(cast.reviewer()).vote(back, Gate.SCOPE, "REQUEST_CHANGES").then().statusCode(201);
        String published = Road.published(cast);

        Eventually.holds(() -> assertThat(told(cast.author(), back))
                .containsExactly(cast.reviewer().username() + " requested changes at the scope gate"));
        Eventually.holds(() -> assertThat(told(cast.author(), published))
                .contains("Your decision is published", "The options gate passed"));
        assertThat(told(cast.reviewer(), back)).noneMatch(line -> line.contains("requested changes"));
    }

    @Test
    void the_owner_of_a_risk_above_tolerance() {
        var risky = Drafts.decision(cast);
        Drafts.first(risky, "risks").put("residualLikelihood", "LIKELY").put("residualImpact", "MAJOR");
        String key = Road.at(cast, Gate.TRADE_OFFS, risky);

        Eventually.holds(() -> assertThat(told(cast.owner(), key)).anyMatch(line -> line.startsWith("Escalated to ")));
    }

    @Test
    void reviewers_again_when_they_are_reminded_and_the_lead_when_it_is_late() {
        String key = Road.inReview(cast, Gate.SCOPE);
        Eventually.holds(() -> assertThat(told(cast.second(), key)).hasSize(1));

        clock.pass(Duration.ofDays(14));

        Eventually.holds(Duration.ofSeconds(60), () -> {
            assertThat(told(cast.second(), key))
                    .contains("Still to review: the scope gate", "The scope gate is overdue");
            assertThat(told(cast.owner(), key)).contains("The scope gate is overdue");
        });
    }

    @Test
    void whoever_can_confirm_a_rejection() {
        String key = Road.inReview(cast, Gate.TRADE_OFFS);
        Api.as(cast.reviewer()).vote(key, Gate.TRADE_OFFS, "REJECT").then().statusCode(201);

        Eventually.holds(() -> assertThat(told(cast.owner(), key))
                .anyMatch(line -> line.startsWith("A rejection waits for a second person: "
                        + cast.reviewer().username())));
        assertThat(told(cast.reviewer(), key)).noneMatch(line -> line.startsWith("A rejection waits"));
    }

    @Test
    void as_they_choose() {
        Api.as(cast.second())
                .request()
                .body(Map.of("kinds", Map.of("REVIEW", Map.of("inApp", false, "mail", true))))
                .put("/api/v1/notifications/preferences")
                .then()
                .statusCode(200);

        String key = Road.inReview(cast, Gate.SCOPE);

        Eventually.holds(() -> assertThat(told(cast.reviewer(), key)).hasSize(1));
        assertThat(told(cast.second(), key)).isEmpty();
    }

    @Test
    void until_they_have_read_it() {
        String key = Road.inReview(cast, Gate.SCOPE);
        Eventually.holds(() -> assertThat(told(cast.reviewer(), key)).hasSize(1));
        String id = Api.as(cast.reviewer()).get("/api/v1/notifications").path("unread[0].id");

        Api.as(cast.second())
                .request()
                .body(Map.of("ids", List.of(id)))
                .post("/api/v1/notifications/read")
                .then()
                .statusCode(200);
        assertThat(unread(cast.reviewer())).as("somebody else's mark").isEqualTo(1);

        Api.as(cast.reviewer())
                .request()
                .body(Map.of("ids", List.of(id)))
                .post("/api/v1/notifications/read")
                .then()
                .statusCode(200);
        assertThat(unread(cast.reviewer())).isZero();
        assertThat(Api.as(cast.reviewer()).get("/api/v1/notifications").<String>path("read[0].id"))
                .isEqualTo(id);
    }

    @Test
    void nobody_of_what_was_rolled_back() {
        String key = Road.at(cast, Gate.SCOPE);
        String before = Database.value("select count(*) from decision_event e join decision d on d.id = e.decision_id"
                + " where d.key = '" + key + "'");

        Api.as(cast.author())
                .request()
                .header("If-Match", "\"999\"")
                .post("/api/v1/decisions/" + key + "/submissions")
                .then()
                .statusCode(412);

        assertThat(Database.value("select count(*) from decision_event e join decision d on d.id = e.decision_id"
                        + " where d.key = '" + key + "'"))
                .isEqualTo(before);
        Eventually.holds(() -> assertThat(Database.value("select count(*) from outbox x join decision_event e on"
                        + " e.id = x.event_id join decision d on d.id = e.decision_id where d.key = '" + key + "'"))
                .isEqualTo("0"));
        assertThat(told(cast.reviewer(), key)).isEmpty();
    }

    private static List<String> told(Player player, String key) {
        return Api.as(player)
                .get("/api/v1/notifications?limit=200")
                .jsonPath()
                .getList("unread.findAll { it.key == '" + key + "' }.headline", String.class);
    }

    private static int unread(Player player) {
        return Api.as(player)
                .get("/api/v1/notifications?limit=200")
                .jsonPath()
                .getList("unread")
                .size();
    }
}
