package org.probatum.people;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Problem;

/** Somebody deciding: for themselves, or for an absent person with what that person may do, and nothing of their own. */
public record Voice(Actor actor, @Nullable StandIn absent) {
    /** The actor's own voice, or the one they lend to whom they name; refused when they do not stand in for them. */
    public static Voice of(Actor actor, @Nullable String onBehalfOf, long teamId) {
        if (onBehalfOf == null || onBehalfOf.isBlank()) {
            return new Voice(actor, null);
        }
        return new Voice(
                actor,
                actor.standsFor().stream()
                        .filter(absent -> absent.username().equals(onBehalfOf) && absent.covers(teamId))
                        .findFirst()
                        .orElseThrow(() -> Problem.forbidden(
                                "not-your-delegation",
                                "You do not stand in for \"" + onBehalfOf + "\" in this team now. Act for yourself, or"
                                        + " have them, a lead of the team or a platform owner delegate to you.")));
    }

    /** Everybody the actor can speak for in a team: themselves first. */
    public static Stream<Voice> all(Actor actor, long teamId) {
        return Stream.concat(
                Stream.of(new Voice(actor, null)),
                actor.standsFor().stream()
                        .filter(absent -> absent.covers(teamId))
                        .map(absent -> new Voice(actor, absent)));
    }

    /** Whose word it is: the absent person's, or the actor's own. */
    public long personId() {
        return absent == null ? actor.id() : absent.id();
    }

    public boolean holds(TeamRole role, long teamId) {
        return absent == null ? actor.holds(role, teamId) : absent.holds(role, teamId);
    }

    /** The roles and, within the team, the competences that seats of its gates may take, by name. */
    public Set<String> fits(long teamId) {
        return absent == null ? actor.fits(teamId) : absent.fits(teamId);
    }

    public boolean isCompetent(Competence competence, long teamId) {
        return absent == null
                ? actor.belongsTo(teamId) && actor.competences().contains(competence)
                : absent.isCompetent(competence, teamId);
    }

    /** The absent person's id, to be kept beside the actor's. */
    public @Nullable Long forId() {
        return absent == null ? null : absent.id();
    }

    /** The absent person's username. */
    public @Nullable String forUsername() {
        return absent == null ? null : absent.username();
    }

    /** The absent person's name. */
    public @Nullable String forName() {
        return absent == null ? null : absent.name();
    }
}
