package org.probatum.notification;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probatum.people.Actor;
import org.probatum.people.PlatformRole;
import org.probatum.people.Team;
import org.probatum.people.TeamRole;
import org.probatum.people.Teams;
import org.probatum.shared.Problem;
import org.probatum.shared.Vault;

/** The endpoints of the teams, for those who keep them: a team's leads, and platform owners. */
@ApplicationScoped
public class Endpoints implements PanacheRepository<Endpoint> {
    private final Teams teams;
    private final Vault vault;
    private final Clock clock;

    Endpoints(Teams teams, Vault vault, Clock clock) {
        this.teams = teams;
        this.vault = vault;
        this.clock = clock;
    }

    /** Where a message goes and the secrets that sign it, the newest first. */
    public record Destination(String url, List<String> secrets) {}

    /** The team whose endpoints the actor keeps. */
    public Team kept(Actor actor, String slug) {
        Team team = teams.bySlug(slug)
                .filter(found -> actor.sees(found.id()))
                .orElseThrow(() -> Problem.notFound("team " + slug));
        if (!keeps(actor, team.id())) {
            throw Problem.forbidden(
                    "not-a-lead", "The webhooks of " + team.name() + " are kept by its leads and by platform owners.");
        }
        return team;
    }

    /** Keeps the team's endpoints. */
    public static boolean keeps(Actor actor, long teamId) {
        return actor.holds(TeamRole.LEAD, teamId) || actor.platformRoles().contains(PlatformRole.PLATFORM_OWNER);
    }

    public List<Endpoint> of(Team team) {
        return list("teamId = ?1 order by id", team.id());
    }

    public Endpoint of(Team team, long id) {
        return find("id = ?1 and teamId = ?2", id, team.id())
                .firstResultOptional()
                .orElseThrow(() -> Problem.notFound("webhook " + id));
    }

    /** By what name the vault knows an endpoint. */
    static String owner(long id) {
        return "webhook " + id;
    }

    /** Where to send to; empty when the endpoint is no more. Called from outside any transaction. */
    @Transactional
    public Optional<Destination> destination(long id) {
        return findByIdOptional(id).map(endpoint -> {
            List<String> secrets = new ArrayList<>(List.of(vault.decrypt(endpoint.secret, owner(id))));
            byte[] before = endpoint.previousSecret;
            if (before != null && endpoint.overlaps(clock.instant())) {
                secrets.add(vault.decrypt(before, owner(id)));
            }
            return new Destination(endpoint.url, secrets);
        });
    }
}
