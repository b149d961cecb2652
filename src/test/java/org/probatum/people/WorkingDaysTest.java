package org.probatum.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Counting working days, against an oracle that walks from day to day and lists what it meets. */
class WorkingDaysTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("UTC"),
            BERLIN,
            ZoneId.of("America/Sao_Paulo"),
            ZoneId.of("Asia/Riyadh"),
            ZoneId.of("Pacific/Apia"),
            ZoneId.of("Australia/Lord_Howe"));

    @Test
    void counts_as_the_oracle_does_over_weekends_holidays_and_time_zones_forwards_and_backwards() {
        Random random = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            Calendar calendar = any(random);
            Instant start = Instant.parse("2011-06-01T00:00:00Z").plusSeconds(random.nextInt(500_000_000));
            int days = random.nextInt(81) - 40;

            Instant counted = WorkingDays.after(start, days, calendar);

            assertThat(counted)
                    .as("%d days from %s by %s", days, start, calendar)
                    .isEqualTo(days == 0 ? start : walked(start, days, calendar));
        }
    }

    @Test
    void ends_on_a_day_that_is_worked_with_as_many_worked_days_after_the_first() {
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            Calendar calendar = any(random);
            Instant start = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(200_000_000));
            int days = 1 + random.nextInt(30);

            LocalDate end = LocalDate.ofInstant(WorkingDays.after(start, days, calendar), calendar.zone());

            LocalDate first = LocalDate.ofInstant(start, calendar.zone());
            assertThat(calendar.works(end)).isTrue();
            assertThat(first.plusDays(1).datesUntil(end.plusDays(1)).filter(calendar::works))
                    .hasSize(days);
        }
    }

    @Test
    void rests_on_friday_and_saturday_where_the_team_does() {
        Calendar riyadh = new Calendar(
                ZoneId.of("Asia/Riyadh"), EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), new TreeMap<>());
        Instant thursday = at(riyadh, "2026-11-26T10:00");

        assertThat(WorkingDays.after(thursday, 1, riyadh)).isEqualTo(at(riyadh, "2026-11-29T10:00"));
    }

    @Test
    void skips_holidays_and_counts_from_one_as_from_any_other_day() {
        Calendar berlin = holidays(Map.of(
                LocalDate.of(2026, 12, 24), "Christmas Eve",
                LocalDate.of(2026, 12, 25), "Christmas Day"));

        assertThat(WorkingDays.after(at(berlin, "2026-12-23T09:00"), 1, berlin))
                .isEqualTo(at(berlin, "2026-12-28T09:00"));
        assertThat(WorkingDays.after(at(berlin, "2026-12-25T09:00"), 1, berlin))
                .isEqualTo(at(berlin, "2026-12-28T09:00"));
        assertThat(WorkingDays.after(at(berlin, "2026-12-25T09:00"), -1, berlin))
                .isEqualTo(at(berlin, "2026-12-23T09:00"));
    }

    @Test
    void none_at_all_is_the_very_moment_on_whatever_day() {
        Calendar berlin = holidays(Map.of(LocalDate.of(2026, 12, 25), "Christmas Day"));
        Instant holiday = at(berlin, "2026-12-25T09:00");

        assertThat(WorkingDays.after(holiday, 0, berlin)).isEqualTo(holiday);
    }

    @Test
    void moves_a_time_that_the_clocks_leave_out_forward_and_keeps_it_afterwards() {
        Calendar everyDay = new Calendar(BERLIN, Set.of(), new TreeMap<>());
        Instant saturday = at(everyDay, "2027-03-27T02:30");

        assertThat(WorkingDays.after(saturday, 1, everyDay)).isEqualTo(at(everyDay, "2027-03-28T03:30"));
        assertThat(WorkingDays.after(saturday, 2, everyDay)).isEqualTo(at(everyDay, "2027-03-29T02:30"));
    }

    @Test
    void means_the_first_of_two_when_the_clocks_show_a_time_twice() {
        Calendar everyDay = new Calendar(BERLIN, Set.of(), new TreeMap<>());

        assertThat(WorkingDays.after(at(everyDay, "2026-10-24T02:30"), 1, everyDay))
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void a_day_is_over_when_the_next_begins_even_if_that_has_no_midnight() {
        Calendar saoPaulo = Calendar.usual(ZoneId.of("America/Sao_Paulo"));

        assertThat(WorkingDays.endOf(LocalDate.of(2018, 11, 3), saoPaulo)).isEqualTo(at(saoPaulo, "2018-11-04T01:00"));
    }

    private static Instant walked(Instant start, int days, Calendar calendar) {
        LocalDateTime from = LocalDateTime.ofInstant(start, calendar.zone());
        LocalDate day = from.toLocalDate();
        int met = 0;
        while (met < Math.abs(days)) {
            day = days > 0 ? day.plusDays(1) : day.minusDays(1);
            boolean rests = calendar.weekend().contains(day.getDayOfWeek())
                    || calendar.holidays().keySet().stream().anyMatch(day::equals);
            met += rests ? 0 : 1;
        }
        return LocalDateTime.of(day, from.toLocalTime()).atZone(calendar.zone()).toInstant();
    }

    private static Calendar any(Random random) {
        Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
        for (int i = random.nextInt(4); i > 0; i--) {
            weekend.add(DayOfWeek.of(1 + random.nextInt(7)));
        }
        TreeMap<LocalDate, String> holidays = new TreeMap<>();
        for (int i = random.nextInt(40); i > 0; i--) {
            holidays.put(LocalDate.of(2011, 6, 1).plusDays(random.nextInt(6_000)), "Holiday");
        }
        return new Calendar(ZONES.get(random.nextInt(ZONES.size())), weekend, holidays);
    }

    private static Calendar holidays(Map<LocalDate, String> days) {
        return new Calendar(BERLIN, EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), new TreeMap<>(days));
    }

    private static Instant at(Calendar calendar, String time) {
        return LocalDateTime.parse(time).atZone(calendar.zone()).toInstant();
    }
}
