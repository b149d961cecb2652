package org.probatum.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.probatum.shared.Problem;

/** A platform owner says what somebody does in a team: these roles, instead of whichever they had there. */
@ApplicationScoped
public class SetMembership {
    /** The roles held from now on. */
    public record Roles(List<TeamRole> roles) {}

    private final Teams teams;
    private final People people;
    private final EntityManager database;
    private final Governance governance;

    SetMembership(Teams teams, People people, EntityManager database, Governance governance) {
        this.teams = teams;
        this.people = people;
        this.database = database;
        this.governance = governance;
    }

    @Transactional
    public Team set(Actor actor, String slug, String username, Roles wanted) {
        Team team = teams.locked(slug).orElseThrow(() -> Problem.notFound("team " + slug));
        Person person = people.byUsername(username).orElseThrow(() -> Problem.notFound("person " + username));
        if (person.platformRoles().contains(PlatformRole.AUDITOR)) {
            throw Problem.conflict(
                    "auditor-changes-nothing",
                    username
                            + " is an auditor, who reads everything and changes nothing: auditors take no part in teams.");
        }
        String[] roles =
                wanted.roles().stream().map(Enum::name).distinct().sorted().toArray(String[]::new);
        List<?> before = database.createNativeQuery(
                        "select unnest(roles) from membership where person_id = ?1 and team_id = ?2 order by 1")
                .setParameter(1, person.id())
                .setParameter(2, team.id())
                .getResultList();
        if (before.equals(List.of(roles))) {
            return team;
        }
        database.createNativeQuery("insert into membership (person_id, team_id, roles) values (?1, ?2, ?3)"
                        + " on conflict (person_id, team_id) do update set roles = excluded.roles")
                .setParameter(1, person.id())
                .setParameter(2, team.id())
                .setParameter(3, roles)
                .executeUpdate();
        governance.changed(
                actor, "MembershipSet", team, Map.of("person", username, "before", before, "roles", List.of(roles)));
        return team;
    }
}
