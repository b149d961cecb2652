package org.probatum.people;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An absent person somebody stands in for now, and what that lets them do: never file or edit, never anything across teams.
 *
 * @param team the one team it holds in; null for all teams the two share
 * @param roles what the absent person may decide, by team
 */
public record StandIn(
        long id,
        String username,
        String name,
        @Nullable Long team,
        Set<Competence> competences,
        @Nullable Map<Long, Set<TeamRole>> roles) {
    public StandIn {
        Map<Long, Set<TeamRole>> delegable = new LinkedHashMap<>();
        Objects.requireNonNullElse(roles, Map.<Long, Set<TeamRole>>of())
                .forEach((where, held) -> delegable.put(
                        where,
                        held.stream().filter(role -> role != TeamRole.MEMBER).collect(Collectors.toUnmodifiableSet())));
        roles = Map.copyOf(delegable);
        competences = Set.copyOf(competences);
    }

    /** It concerns the team's decisions. */
    public boolean covers(long teamId) {
        return team == null || team == teamId;
    }

    /** The absent person holds the role in the team, and lends it. */
    public boolean holds(TeamRole role, long teamId) {
        return lent().getOrDefault(teamId, Set.of()).contains(role);
    }

    /** The absent person belongs to the team and is competent, and lends that. */
    public boolean isCompetent(Competence competence, long teamId) {
        return lent().containsKey(teamId) && competences.contains(competence);
    }

    /** The roles and, within the team, the competences lent, by name. */
    public Set<String> fits(long teamId) {
        return lent().containsKey(teamId)
                ? Stream.concat(lent().getOrDefault(teamId, Set.of()).stream(), competences.stream())
                        .map(Enum::name)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /** The roles lent, by team. */
    public Map<Long, Set<TeamRole>> lent() {
        return Objects.requireNonNull(roles);
    }

    /** Whom one stands in for, with nothing to decide for them: a sign-in that does not reach so far. */
    StandIn lendingNothing() {
        return new StandIn(id, username, name, team, Set.of(), Map.of());
    }
}
