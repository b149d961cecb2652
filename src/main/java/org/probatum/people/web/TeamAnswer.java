package org.probatum.people.web;

import java.time.DayOfWeek;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.probatum.people.Calendar;
import org.probatum.people.Competence;
import org.probatum.people.KeepCalendar;
import org.probatum.people.People;
import org.probatum.people.Team;
import org.probatum.people.TeamRole;

/** A team with its members, as pages and the API show it. */
public record TeamAnswer(
        String slug,
        String prefix,
        String name,
        String tolerance,
        int appetite,
        String zone,
        CalendarAnswer calendar,
        List<MemberAnswer> members) {
    /** When it rests. */
    public record CalendarAnswer(List<DayOfWeek> weekend, List<KeepCalendar.Holiday> holidays) {
        static CalendarAnswer of(Calendar calendar) {
            return new CalendarAnswer(
                    calendar.weekend().stream().sorted().toList(),
                    calendar.holidays().entrySet().stream()
                            .map(day -> new KeepCalendar.Holiday(day.getKey(), day.getValue()))
                            .toList());
        }
    }

    /** Somebody in the team. */
    public record MemberAnswer(String username, String name, List<TeamRole> roles, List<Competence> competences) {
        static MemberAnswer of(People.Member member) {
            return new MemberAnswer(
                    member.person().username(),
                    member.person().name(),
                    member.roles().stream().sorted().toList(),
                    member.person().competences().stream().sorted().toList());
        }
    }

    static TeamAnswer of(Team team, Collection<People.Member> members) {
        return new TeamAnswer(
                team.slug(),
                team.prefix(),
                team.name(),
                team.tolerance(),
                team.appetite(),
                team.zone().getId(),
                CalendarAnswer.of(team.calendar()),
                members.stream().map(MemberAnswer::of).toList());
    }

    static List<TeamAnswer> of(List<Team> teams, People people) {
        Map<Long, List<People.Member>> members = people.membersOf(teams);
        return teams.stream()
                .map(team -> of(team, members.getOrDefault(team.id(), List.of())))
                .toList();
    }
}
