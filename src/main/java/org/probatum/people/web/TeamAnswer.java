package org.probatum.people.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.probatum.people.Competence;
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
        List<MemberAnswer> members) {
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
                members.stream().map(MemberAnswer::of).toList());
    }

    static List<TeamAnswer> of(List<Team> teams, People people) {
        Map<Long, List<People.Member>> members = people.membersOf(teams);
        return teams.stream()
                .map(team -> of(team, members.getOrDefault(team.id(), List.of())))
                .toList();
    }
}
