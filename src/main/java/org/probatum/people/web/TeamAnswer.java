package org.probatum.people.web;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.probatum.people.Calendar;
import org.probatum.people.Competence;
import org.probatum.people.Delegations;
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
        List<MemberAnswer> members,
        List<Away> away) {
    /** Somebody in the team who is away, and who stands in for them until when. */
    public record Away(String absent, String absentName, String delegate, String delegateName, Instant until) {}

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

    static TeamAnswer of(Team team, Collection<People.Member> members, List<Delegations.Line> inForce) {
        return new TeamAnswer(
                team.slug(),
                team.prefix(),
                team.name(),
                team.tolerance(),
                team.appetite(),
                team.zone().getId(),
                CalendarAnswer.of(team.calendar()),
                members.stream().map(MemberAnswer::of).toList(),
                inForce.stream()
                        .filter(line -> concerns(line, team, members))
                        .map(line -> new Away(
                                line.absent(), line.absentName(), line.delegate(), line.delegateName(), line.untilAt()))
                        .toList());
    }

    private static boolean concerns(Delegations.Line line, Team team, Collection<People.Member> members) {
        return line.team() == null
                ? holds(members, line.absent()) && holds(members, line.delegate())
                : line.team().equals(team.slug());
    }

    private static boolean holds(Collection<People.Member> members, String username) {
        return members.stream().anyMatch(member -> member.person().username().equals(username));
    }

    static List<TeamAnswer> of(List<Team> teams, People people, List<Delegations.Line> inForce) {
        Map<Long, List<People.Member>> members = people.membersOf(teams);
        return teams.stream()
                .map(team -> of(team, members.getOrDefault(team.id(), List.of()), inForce))
                .toList();
    }
}
