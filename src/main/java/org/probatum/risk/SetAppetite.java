package org.probatum.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.probatum.people.Actor;
import org.probatum.people.Governance;
import org.probatum.people.PlatformRole;
import org.probatum.people.Team;
import org.probatum.people.TeamRole;
import org.probatum.people.Teams;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/**
 * Sets what a team may bear. A lead may tighten it; loosening takes a platform owner who is not in the team, for whoever is
 * bound by a limit must not be the one who lifts it. Open gates are judged by the new bounds at once.
 */
@ApplicationScoped
public class SetAppetite {
    /** The bounds from now on, and why. */
    public record Bounds(Level tolerance, int appetite, String reason) {}

    /** A team's bounds have changed. Fired within the transaction. */
    public record Changed(Team team) {}

    private final Teams teams;
    private final AppetiteChanges changes;
    private final Event<Changed> listeners;
    private final Clock clock;
    private final Governance governance;

    SetAppetite(Teams teams, AppetiteChanges changes, Event<Changed> listeners, Clock clock, Governance governance) {
        this.teams = teams;
        this.changes = changes;
        this.listeners = listeners;
        this.clock = clock;
        this.governance = governance;
    }

    /** The team with the new bounds, if they are still at the version seen. */
    @Transactional
    public Team set(Actor actor, String slug, int seen, Bounds wanted) {
        Team team = teams.locked(slug)
                .filter(found -> actor.sees(found.id()))
                .orElseThrow(() -> Problem.notFound("team " + slug));
        Level tolerance = Level.valueOf(team.tolerance());
        boolean looser = wanted.tolerance().compareTo(tolerance) > 0 || wanted.appetite() > team.appetite();
        require(actor, team, looser);
        int version = changes.version(team);
        if (seen != version) {
            throw Problem.stale("What " + team.name() + " may bear has changed since you read it: you saw version "
                    + seen + ", it is now " + version + ".");
        }
        if (wanted.tolerance() == tolerance && wanted.appetite() == team.appetite()) {
            throw Problem.invalid(List.of(Violation.at(
                    "/appetite",
                    "nothing would change: the tolerance is " + tolerance + " and the appetite " + team.appetite()
                            + " points already",
                    "another tolerance or another appetite")));
        }
        changes.persist(new AppetiteChange(
                team, version + 1, actor, clock.instant(), wanted.tolerance(), wanted.appetite(), wanted.reason()));
        team.bears(wanted.tolerance().name(), wanted.appetite());
        listeners.fire(new Changed(team));
        changes.flush();
        governance.changed(
                actor,
                "AppetiteSet",
                team,
                Map.of(
                        "tolerance", wanted.tolerance(),
                        "appetite", wanted.appetite(),
                        "version", version + 1,
                        "reason", wanted.reason()));
        return team;
    }

    private static void require(Actor actor, Team team, boolean looser) {
        boolean owner = actor.platformRoles().contains(PlatformRole.PLATFORM_OWNER);
        if (!owner && !actor.holds(TeamRole.LEAD, team.id())) {
            throw Problem.forbidden(
                    "owners-set-appetite",
                    "Only a platform owner sets what " + team.name() + " may bear; its lead may lower it.");
        }
        if (looser && (!owner || actor.belongsTo(team.id()))) {
            throw Problem.forbidden(
                    "nobody-loosens-their-own",
                    "Raising what " + team.name() + " may bear takes a platform owner who is not in the team;"
                            + " from within the team it can only be lowered.");
        }
    }
}
