package org.probatum.evidence.tracker;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.probatum.people.Actor;
import org.probatum.people.PlatformRole;
import org.probatum.people.Team;
import org.probatum.people.TeamRole;
import org.probatum.people.Teams;
import org.probatum.shared.Problem;
import org.probatum.shared.Vault;

/** The trackers of the teams: kept by a team's leads and platform owners, used by its members, seen by whoever sees the team. */
@ApplicationScoped
public class Trackers implements PanacheRepository<Tracker> {
    private final Teams teams;
    private final Vault vault;

    Trackers(Teams teams, Vault vault) {
        this.teams = teams;
        this.vault = vault;
    }

    /** The team whose trackers the actor keeps. */
    public Team kept(Actor actor, String slug) {
        Team team = seen(actor, slug);
        if (!keeps(actor, team.id())) {
            throw Problem.forbidden(
                    "not-a-lead", "The trackers of " + team.name() + " are kept by its leads and by platform owners.");
        }
        return team;
    }

    /** The team whose trackers the actor sees. */
    public Team seen(Actor actor, String slug) {
        return teams.bySlug(slug)
                .filter(found -> actor.sees(found.id()))
                .orElseThrow(() -> Problem.notFound("team " + slug));
    }

    /** Keeps the team's trackers. */
    public static boolean keeps(Actor actor, long teamId) {
        return actor.holds(TeamRole.LEAD, teamId) || actor.platformRoles().contains(PlatformRole.PLATFORM_OWNER);
    }

    public List<Tracker> of(long teamId) {
        return list("teamId = ?1 and removedAt is null order by name", teamId);
    }

    public Tracker of(Team team, long id) {
        return find("id = ?1 and teamId = ?2 and removedAt is null", id, team.id())
                .firstResultOptional()
                .orElseThrow(() -> Problem.notFound("tracker " + id));
    }

    public Optional<Tracker> named(long teamId, String name) {
        return find("teamId = ?1 and name = ?2 and removedAt is null", teamId, name)
                .firstResultOptional();
    }

    /** How a tracker is reached; empty when it was removed. Called from outside any transaction. */
    @Transactional
    public Optional<Target> target(long id) {
        return find("id = ?1 and removedAt is null", id).firstResultOptional().map(found -> found.target(vault));
    }

    /** How a tracker of a team is reached by somebody who looks for runs there. Called from outside any transaction. */
    @Transactional
    public Target target(Actor actor, String slug, long id) {
        Team team = seen(actor, slug);
        if (!actor.holds(TeamRole.MEMBER, team.id()) && !keeps(actor, team.id())) {
            throw Problem.forbidden("members-look", "Only members of " + team.name() + " look into its trackers.");
        }
        return of(team, id).target(vault);
    }
}
