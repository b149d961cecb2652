package org.probatum.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** A platform owner makes a team. What is left out starts cautious: medium tolerance, an appetite of 60 points, UTC. */
@ApplicationScoped
public class CreateTeam {
    private static final int APPETITE = 60;

    /** What the team is to be. */
    public record NewTeam(
            String slug,
            String prefix,
            String name,
            @Nullable String tolerance,
            @Nullable Integer appetite,
            @Nullable String zone) {}

    private final Teams teams;
    private final Governance governance;

    CreateTeam(Teams teams, Governance governance) {
        this.teams = teams;
        this.governance = governance;
    }

    @Transactional
    public Team create(Actor actor, NewTeam wanted) {
        String zone = Objects.requireNonNullElse(wanted.zone(), "UTC");
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw Problem.invalid(
                    List.of(Violation.at("/zone", "\"" + zone + "\" is no time zone", "a name such as Europe/Berlin")));
        }
        if (teams.bySlug(wanted.slug()).isPresent()) {
            throw taken("slug", wanted.slug());
        }
        if (teams.count("prefix", wanted.prefix()) > 0) {
            throw taken("prefix", wanted.prefix());
        }
        Team team = new Team(
                wanted.slug(),
                wanted.prefix(),
                wanted.name().strip(),
                Objects.requireNonNullElse(wanted.tolerance(), "MEDIUM"),
                Objects.requireNonNullElse(wanted.appetite(), APPETITE),
                ZoneId.of(zone));
        try {
            teams.persistAndFlush(team);
        } catch (ConstraintViolationException e) {
            throw Problem.conflict("taken", "Another team took this slug or prefix at the same moment.");
        }
        governance.changed(
                actor,
                "TeamCreated",
                team,
                Map.of(
                        "name", team.name(),
                        "prefix", wanted.prefix(),
                        "tolerance", team.tolerance(),
                        "appetite", team.appetite(),
                        "zone", zone));
        return team;
    }

    private static Problem taken(String field, String value) {
        return Problem.conflict("taken", "The " + field + " \"" + value + "\" belongs to another team.");
    }
}
