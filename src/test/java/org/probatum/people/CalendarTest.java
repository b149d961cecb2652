package org.probatum.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.support.Api;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestClock;
import org.probatum.support.TestDatabase;

/** A team's calendar: who keeps it, what it takes, and that due dates go by it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CalendarTest {
    @Inject
    Casting casting;

    @Inject
    TestClock clock;

    @Inject
    PublicHolidays publicHolidays;

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
    void is_kept_by_leads_and_platform_owners_alone() {
        Map<String, Object> week = Map.of("weekend", List.of("FRIDAY", "SATURDAY"), "zone", "Asia/Riyadh");
        for (Player other : List.of(cast.author(), cast.reviewer(), cast.auditor())) {
            put(other, week).then().statusCode(403).body("type", equalTo("/problems/leads-keep-calendars"));
        }
        put(cast.stranger(), week).then().statusCode(404);

        put(cast.owner(), week)
                .then()
                .statusCode(200)
                .body("calendar.weekend", contains("FRIDAY", "SATURDAY"))
                .body("zone", equalTo("Asia/Riyadh"));
        put(cast.administrator(), Map.of("holidays", List.of(Map.of("day", "2026-12-24", "name", "Christmas Eve"))))
                .then()
                .statusCode(200)
                .body("calendar.weekend", contains("FRIDAY", "SATURDAY"))
                .body("calendar.holidays.name", contains("Christmas Eve"));
    }

    @Test
    void says_what_is_wrong_with_it() {
        put(cast.owner(), Map.of("zone", "Mars/Olympus"))
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/zone"));
        put(cast.owner(), Map.of("weekend", List.of(DayOfWeek.values()))).then().statusCode(422);
        Map<String, String> day = Map.of("day", "2026-12-24", "name", "Twice");
        put(cast.owner(), Map.of("holidays", List.of(day, day)))
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/holidays/1/day"));
    }

    @Test
    void decides_when_a_gate_is_due() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<Map<String, String>> off = today.plusDays(1)
                .datesUntil(today.plusDays(20))
                .map(day -> Map.of("day", day.toString(), "name", "Shut"))
                .toList();
        put(cast.owner(), Map.of("holidays", off)).then().statusCode(200);

        String key = Road.inReview(cast, Gate.SCOPE);

        Instant due = Instant.parse(Api.as(cast.author()).get(key, "").<String>path("due"));
        assertThat(due).isAfter(clock.instant().plus(java.time.Duration.ofDays(19)));
        assertThat(Database.value("select reminder_at < due_at from decision where key = '" + key + "'"))
                .isEqualTo("t");
    }

    @Test
    void takes_a_whole_year_of_a_region_from_the_page() {
        String holidays = "/team/" + cast.team() + "/calendar/holidays";
        Calls.form(cast.owner(), "/country=de&/region=by&/year=2027")
                .post(holidays + "/year")
                .then()
                .statusCode(303);
        Calls.form(cast.owner(), "/day=2027-12-31&/name=Stocktaking")
                .post(holidays)
                .then()
                .statusCode(303);
        Calls.form(cast.owner(), "/day=2027-01-01")
                .post(holidays + "/removal")
                .then()
                .statusCode(303);

        Api.as(cast.author())
                .get("/api/v1/teams/" + cast.team())
                .then()
                .body("calendar.holidays.find { it.day == '2027-01-06' }.name", equalTo("Epiphany"))
                .body("calendar.holidays.day", hasItem("2027-12-31"))
                .body("calendar.holidays.findAll { it.day == '2027-01-01' }.size()", equalTo(0));
        Calls.form(cast.owner(), "/country=xx&/year=2027")
                .post(holidays + "/year")
                .then()
                .statusCode(422);
        Calls.form(cast.owner(), "/country=de&/region=zz&/year=2027")
                .post(holidays + "/year")
                .then()
                .statusCode(422);
    }

    @Test
    void knows_the_moving_feasts_of_a_country() {
        assertThat(publicHolidays.of(new PublicHolidays.Wanted("DE", null, 2027)))
                .extracting(KeepCalendar.Holiday::day)
                .contains(LocalDate.of(2027, 3, 26), LocalDate.of(2027, 10, 3))
                .doesNotContain(LocalDate.of(2027, 1, 6));
        assertThat(publicHolidays.countries()).containsEntry("Germany", "de").hasSizeGreaterThan(50);
    }

    private Response put(Player player, Map<String, Object> calendar) {
        return Api.as(player).request().body(calendar).put("/api/v1/teams/" + cast.team() + "/calendar");
    }
}
