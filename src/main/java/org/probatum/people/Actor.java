package org.probatum.people;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody acting: who they are, where they belong and how far this sign-in reaches. Read once a request.
 *
 * @param standsFor the absent people they act for now
 */
public record Actor(
        long id,
        String username,
        String name,
        Set<PlatformRole> platformRoles,
        Set<Competence> competences,
        Map<Long, Set<TeamRole>> memberships,
        Set<String> access,
        List<StandIn> standsFor) {

    /** Somebody who stands in for nobody. */
    public Actor(
            long id,
            String username,
            String name,
            Set<PlatformRole> platformRoles,
            Set<Competence> competences,
            Map<Long, Set<TeamRole>> memberships,
            Set<String> access) {
        this(id, username, name, platformRoles, competences, memberships, access, List.of());
    }

    /** Holds the role in the team. */
    public boolean holds(TeamRole role, long teamId) {
        return memberships.getOrDefault(teamId, Set.of()).contains(role);
    }

    /** The roles and, within the team, the competences that seats of its gates may take, by name. */
    public Set<String> fits(long teamId) {
        return Stream.concat(
                        memberships.getOrDefault(teamId, Set.of()).stream(),
                        belongsTo(teamId) ? competences.stream() : Stream.<Competence>empty())
                .map(Enum::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Belongs to the team in any role. */
    public boolean belongsTo(long teamId) {
        return memberships.containsKey(teamId);
    }

    /** Sees the work of every team: auditors and platform owners do. */
    public boolean seesEverything() {
        return !platformRoles.isEmpty();
    }

    /** Sees what a team has not published. */
    public boolean sees(long teamId) {
        return belongsTo(teamId) || seesEverything();
    }
}
