package org.probatum.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.support.Api;
import org.probatum.support.Away;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Player;
import org.probatum.support.TestClock;
import org.probatum.support.TestDatabase;
import org.probatum.support.Together;

/** Who lets whom act for them: by whom it may be said, for how long, and what can never be. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DelegationTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

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
    void backToNow() {
        clock.reset();
    }

    @Test
    void holds_from_the_first_day_to_the_last_and_stays_on_record() {
        Away.asked(
                        cast.reviewer(),
                        Map.of(
                                "to",
                                cast.second().username(),
                                "starts",
                                TODAY.plusDays(2).toString()))
                .then()
                .statusCode(201)
                .body("state", equalTo("planned"));
        assertThat(standsInForReviewer(cast.second())).isFalse();

        clock.pass(Duration.ofDays(3));
        assertThat(standsInForReviewer(cast.second())).isTrue();

        clock.pass(Duration.ofDays(9));
        assertThat(standsInForReviewer(cast.second())).isFalse();
        for (Player player : List.of(cast.reviewer(), cast.second())) {
            Api.as(player).get("/api/v1/delegations").then().body("[0].state", equalTo("over"));
        }
    }

    @Test
    void ends_early_by_the_absent_person_the_delegate_the_lead_or_the_platform_owner_and_nobody_else() {
        for (Player ender : List.of(cast.reviewer(), cast.second(), cast.owner(), cast.administrator())) {
            Map<String, Object> inTheTeam = Map.of("to", cast.second().username(), "team", cast.team());
            int id = Away.asked(cast.reviewer(), inTheTeam)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            Away.ended(cast.author(), id).then().statusCode(404);
            Away.ended(cast.stranger(), id).then().statusCode(404);
            assertThat(standsInForReviewer(cast.second())).isTrue();

            Away.ended(ender, id).then().statusCode(204);

            assertThat(standsInForReviewer(cast.second())).isFalse();
            Away.ended(ender, id).then().statusCode(409).body("type", containsString("delegation-over"));
        }
        assertThat(Database.value("select count(*) from delegation where from_id = "
                        + cast.reviewer().id()))
                .isEqualTo("4");
    }

    @Test
    void is_said_by_a_lead_or_the_platform_owner_for_somebody_else_and_keeps_who_said_it() {
        Map<String, Object> wanted =
                Map.of("from", cast.reviewer().username(), "to", cast.second().username(), "team", cast.team());

        refused(cast.author(), wanted, 403, "absent-person-delegates");
        refused(cast.second(), wanted, 403, "absent-person-delegates");
        refused(
                cast.owner(),
                Map.of("from", cast.reviewer().username(), "to", cast.second().username()),
                403,
                "absent-person-delegates");
        refused(
                cast.owner(),
                Map.of("from", cast.reviewer().username(), "to", cast.owner().username(), "team", cast.team()),
                403,
                "not-to-oneself");
        Away.asked(cast.owner(), wanted)
                .then()
                .statusCode(201)
                .body("madeBy", equalTo(cast.owner().username()));
        Api.as(cast.second())
                .get("/api/v1/delegations")
                .then()
                .body("madeBy", hasItem(cast.owner().username()));
        Away.asked(
                        cast.administrator(),
                        Map.of(
                                "from",
                                cast.owner().username(),
                                "to",
                                cast.author().username()))
                .then()
                .statusCode(201);
    }

    @Test
    void refuses_what_makes_no_sense_and_says_what_would() {
        String second = cast.second().username();
        String tooFar = TODAY.plusDays(91).toString();

        refused(cast.reviewer(), Map.of("to", cast.reviewer().username()), 422, "stands in for themselves");
        refused(cast.reviewer(), Map.of("to", "nobody-such"), 422, "nobody is called");
        refused(cast.reviewer(), Map.of("to", cast.stranger().username()), 422, "not both in a team they share");
        refused(cast.reviewer(), Map.of("to", cast.auditor().username()), 422, "not both in");
        refused(cast.reviewer(), Map.of("to", second, "until", tooFar), 422, "at most 90 days");
        refused(
                cast.reviewer(),
                Map.of("to", second, "until", TODAY.minusDays(1).toString()),
                422,
                "before it starts");
        refused(
                cast.reviewer(),
                Map.of("to", second, "starts", TODAY.minusDays(1).toString()),
                422,
                "today");
        refused(cast.reviewer(), Map.of("to", second, "team", "no-such-team"), 422, "no team is called");
        refused(cast.colleague(), Map.of("to", second), 409, "nothing-to-delegate");
        refused(cast.reviewer(), Map.of("to", second, "reason", " "), 422, "/reason");
        Away.asked(
                        cast.reviewer(),
                        Map.of("to", second, "until", TODAY.plusDays(89).toString()))
                .then()
                .statusCode(201);
    }

    @Test
    void takes_one_delegate_at_a_time_and_is_never_passed_on() {
        Away.delegated(cast.reviewer(), cast.second());

        refused(cast.reviewer(), Map.of("to", cast.owner().username()), 409, "delegation-overlaps");
        refused(
                cast.reviewer(),
                Map.of("to", cast.owner().username(), "team", cast.team()),
                409,
                "delegation-overlaps");
        refused(cast.second(), Map.of("to", cast.owner().username()), 409, "delegation-chain");
        refused(cast.second(), Map.of("to", cast.reviewer().username()), 409, "delegation-chain");
        refused(cast.owner(), Map.of("to", cast.reviewer().username()), 409, "delegation-chain");
        Away.asked(
                        cast.reviewer(),
                        Map.of(
                                "to", cast.owner().username(),
                                "starts", TODAY.plusDays(11).toString(),
                                "until", TODAY.plusDays(12).toString()))
                .then()
                .statusCode(201);
    }

    @Test
    void of_two_made_at_the_same_moment_one_stands() {
        List<Response> answers = Together.all(Stream.of(cast.second(), cast.owner())
                .<java.util.concurrent.Callable<Response>>map(
                        to -> () -> Away.asked(cast.reviewer(), Map.of("to", to.username())))
                .toList());

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
    }

    @Test
    void the_database_refuses_the_service_what_the_rules_forbid() {
        long absent = cast.reviewer().id();
        long delegate = cast.second().id();
        long third = cast.owner().id();
        assertThat(inserted(absent, absent, "interval '1 day'", third)).contains("delegation_to_another");
        assertThat(inserted(absent, delegate, "interval '-1 day'", absent)).contains("ends_after_it_begins");
        assertThat(inserted(absent, delegate, "interval '91 days'", absent)).contains("at_most_90_days");
        assertThat(inserted(absent, delegate, "interval '1 day'", delegate)).contains("not_to_its_maker");
        Away.delegated(cast.reviewer(), cast.second());
        assertThat(inserted(absent, third, "interval '1 day'", absent)).contains("delegation-overlaps");
        assertThat(inserted(delegate, third, "interval '1 day'", delegate)).contains("delegation-chain");
        assertThat(inserted(third, absent, "interval '1 day'", third)).contains("delegation-chain");
        assertThat(inserted(third, delegate, "interval '1 day'", third)).isEmpty();
    }

    @Test
    void takes_a_token_that_reviews() {
        Player filing = casting.reaching(cast.reviewer(), "read", "file");

        refused(filing, Map.of("to", cast.second().username()), 403, "out-of-reach");
    }

    private boolean standsInForReviewer(Player delegate) {
        return Api.as(delegate)
                .get("/api/v1/teams/" + cast.team())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("away.absent")
                .contains(cast.reviewer().username());
    }

    private static void refused(Player actor, Map<String, Object> said, int status, String why) {
        String answer =
                Away.asked(actor, said).then().statusCode(status).extract().asString();
        assertThat(answer).contains(why);
    }

    /** What the database says to the service's own role; empty when it takes the row, which is then undone. */
    private static String inserted(long from, long to, String lasts, long maker) {
        String insert =
                ("insert into delegation (id, from_id, to_id, from_at, until_at, reason, made_at, made_by) values"
                                + " (nextval('people_seq') + 1000000, %d, %d, now(), now() + %s, 'Raw', now(), %d)")
                        .formatted(from, to, lasts, maker);
        try (Connection connection = Database.as("probatum")) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(insert);
                return "";
            } finally {
                connection.rollback();
            }
        } catch (SQLException refused) {
            return refused.getMessage();
        }
    }
}
