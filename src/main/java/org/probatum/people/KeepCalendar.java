package org.probatum.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** Sets when a team works: its lead does, or a platform owner. What is due already stays due when it is. */
@ApplicationScoped
public class KeepCalendar {
    private static final int MOST = 400;

    /** A day off and what it is called. */
    public record Holiday(LocalDate day, String name) {}

    /** The whole calendar; what is left out stays as it is. */
    public record Terms(
            @Nullable String zone,
            @Nullable List<DayOfWeek> weekend,
            @Nullable List<Holiday> holidays) {}

    private final Teams teams;
    private final Governance governance;

    KeepCalendar(Teams teams, Governance governance) {
        this.teams = teams;
        this.governance = governance;
    }

    @Transactional
    public Team set(Actor actor, String slug, Terms terms) {
        Team team = kept(actor, slug);
        Calendar old = team.calendar();
        List<DayOfWeek> weekend = terms.weekend();
        List<Holiday> holidays = terms.holidays();
        Set<DayOfWeek> rests = weekend == null ? old.weekend() : weekend.isEmpty() ? Set.of() : EnumSet.copyOf(weekend);
        return change(
                actor,
                team,
                new Calendar(
                        terms.zone() == null ? old.zone() : zone(terms.zone()),
                        rests,
                        holidays == null ? old.holidays() : byDay(holidays)));
    }

    /** More days off; one that is there already gets the new name. */
    @Transactional
    public Team add(Actor actor, String slug, List<Holiday> more) {
        Team team = kept(actor, slug);
        Calendar old = team.calendar();
        SortedMap<LocalDate, String> all = new TreeMap<>(old.holidays());
        all.putAll(byDay(more));
        return change(actor, team, new Calendar(old.zone(), old.weekend(), all));
    }

    /** A day off no more. */
    @Transactional
    public Team remove(Actor actor, String slug, LocalDate day) {
        Team team = kept(actor, slug);
        Calendar old = team.calendar();
        SortedMap<LocalDate, String> rest = new TreeMap<>(old.holidays());
        if (rest.remove(day) == null) {
            throw Problem.notFound("holiday on " + day + " in the calendar of " + team.name());
        }
        return change(actor, team, new Calendar(old.zone(), old.weekend(), rest));
    }

    /** May keep the team's calendar. */
    public static boolean keeps(Actor actor, long teamId) {
        return actor.holds(TeamRole.LEAD, teamId) || actor.platformRoles().contains(PlatformRole.PLATFORM_OWNER);
    }

    private Team kept(Actor actor, String slug) {
        Team team = teams.bySlug(slug)
                .filter(found -> actor.sees(found.id()))
                .orElseThrow(() -> Problem.notFound("team " + slug));
        if (!keeps(actor, team.id())) {
            throw Problem.forbidden(
                    "leads-keep-calendars",
                    "The calendar of " + team.name() + " is kept by its leads and by platform owners.");
        }
        teams.getEntityManager().lock(team, jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        teams.getEntityManager().refresh(team);
        return team;
    }

    private Team change(Actor actor, Team team, Calendar calendar) {
        if (calendar.holidays().size() > MOST) {
            throw Problem.invalid(List.of(Violation.at(
                    "/holidays",
                    calendar.holidays().size() + " days are too many",
                    "up to " + MOST + " days; take away those that have passed")));
        }
        team.set(calendar);
        governance.changed(
                actor,
                "CalendarKept",
                team,
                Map.of(
                        "zone", calendar.zone().getId(),
                        "weekend", List.copyOf(calendar.weekend()),
                        "holidays", calendar.holidays()));
        return team;
    }

    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw Problem.invalid(List.of(Violation.at(
                    "/zone", "there is no time zone \"" + name + "\"", "a name such as Europe/Berlin or UTC")));
        }
        return ZoneId.of(name);
    }

    private static SortedMap<LocalDate, String> byDay(List<Holiday> holidays) {
        SortedMap<LocalDate, String> days = new TreeMap<>();
        List<Violation> twice = new ArrayList<>();
        for (int i = 0; i < holidays.size(); i++) {
            Holiday one = holidays.get(i);
            if (days.put(one.day(), one.name().strip()) != null) {
                twice.add(Violation.at("/holidays/" + i + "/day", one.day() + " is listed twice", "each day once"));
            }
        }
        if (!twice.isEmpty()) {
            throw Problem.invalid(twice);
        }
        return days;
    }
}
