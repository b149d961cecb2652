package org.probatum.boot;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.probatum.people.Access;
import org.probatum.people.Actor;
import org.probatum.people.Competence;
import org.probatum.people.People;
import org.probatum.people.Team;

/** The people of one demo team, to be found by what they may do. */
record DemoCast(List<Actor> actors) {
    /** Everybody in the team, each acting there only. */
    static DemoCast of(Team team, List<People.Member> members) {
        return new DemoCast(members.stream()
                .map(member -> new Actor(
                        member.person().id(),
                        member.person().username(),
                        member.person().name(),
                        Set.of(),
                        member.person().competences(),
                        Map.of(team.id(), member.roles()),
                        Set.of(Access.READ, Access.FILE, Access.REVIEW)))
                .collect(Collectors.toUnmodifiableList()));
    }

    Actor named(String username) {
        return actors.stream()
                .filter(actor -> actor.username().equals(username))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the demo has no " + username));
    }

    /** Somebody other than the author and those others who fits a seat. */
    Actor fitting(String takes, long teamId, String author, Set<Long> others) {
        return actors.stream()
                .filter(actor -> !actor.username().equals(author) && !others.contains(actor.id()))
                .filter(actor -> actor.fits(teamId).contains(takes))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody is left as " + takes));
    }

    /** Somebody other than the author who is competent. */
    Actor competent(Competence competence, String author) {
        return actors.stream()
                .filter(actor ->
                        !actor.username().equals(author) && actor.competences().contains(competence))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody but " + author + " can judge " + competence));
    }
}
