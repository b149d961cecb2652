package org.probatum.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.probatum.people.Access;
import org.probatum.people.Actor;
import org.probatum.people.Competence;
import org.probatum.people.Membership;
import org.probatum.people.Password;
import org.probatum.people.Person;
import org.probatum.people.PlatformRole;
import org.probatum.people.Team;
import org.probatum.people.TeamRole;
import org.probatum.people.Tokens;

/** Makes a team of its own for a test, so that no test sees another's decisions. */
@ApplicationScoped
public class Casting {
    /** What everybody cast signs in with. */
    public static final String PASSWORD = "correct horse battery";

    private static final Password KEPT = Password.of(PASSWORD);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final EntityManager database;
    private final Tokens tokens;

    Casting(EntityManager database, Tokens tokens) {
        this.database = database;
        this.tokens = tokens;
    }

    /** A fresh team; its people are called author-1, reviewer-1 and so on, with the team's number. */
    @Transactional
    public Cast cast() {
        int number = NUMBER.incrementAndGet();
        Team team = team(number, "team");
        Team other = team(number + 10_000, "other");
        return new Cast(
                team.slug(),
                team.prefix(),
                player("author-" + number, team, Set.of(TeamRole.MEMBER), Set.of()),
                player("colleague-" + number, team, Set.of(TeamRole.MEMBER), Set.of()),
                player(
                        "reviewer-" + number,
                        team,
                        Set.of(TeamRole.REVIEWER, TeamRole.PUBLISHER),
                        Set.of(Competence.SECURITY, Competence.PERFORMANCE)),
                player(
                        "second-" + number,
                        team,
                        Set.of(TeamRole.REVIEWER, TeamRole.PUBLISHER),
                        Set.of(Competence.OPERABILITY, Competence.MAINTAINABILITY)),
                player(
                        "owner-" + number,
                        team,
                        Set.of(TeamRole.REVIEWER, TeamRole.RISK_OWNER, TeamRole.LEAD),
                        Set.of(Competence.OPERABILITY)),
                player(
                        "stranger-" + number,
                        other,
                        Set.of(TeamRole.MEMBER, TeamRole.REVIEWER, TeamRole.PUBLISHER, TeamRole.RISK_OWNER),
                        Set.of(Competence.values())),
                everywhere("auditor-" + number, PlatformRole.AUDITOR),
                everywhere("administrator-" + number, PlatformRole.PLATFORM_OWNER));
    }

    /** A token of a player's own that reaches only so far. */
    public Player reaching(Player player, String... scopes) {
        return new Player(player.actor(), token(player.actor(), Set.of(scopes)));
    }

    private Team team(int number, String name) {
        Team team = new Team(
                name + "-" + number, "T" + letters(number), name + " " + number, "MEDIUM", 60, ZoneId.of("UTC"));
        database.persist(team);
        return team;
    }

    private Player player(String username, Team team, Set<TeamRole> roles, Set<Competence> competences) {
        Person person = person(username, Set.of(), competences);
        database.persist(new Membership(person, team, roles));
        Set<String> access = Set.of(Access.READ, Access.FILE, Access.REVIEW);
        Actor actor =
                new Actor(person.id(), username, username, Set.of(), competences, Map.of(team.id(), roles), access);
        return new Player(actor, token(actor, access));
    }

    private Player everywhere(String username, PlatformRole role) {
        Person person = person(username, Set.of(role), Set.of());
        Set<String> access = role == PlatformRole.PLATFORM_OWNER
                ? Set.of(Access.READ, Access.FILE, Access.REVIEW, Access.ADMIN)
                : Set.of(Access.READ, Access.FILE, Access.REVIEW);
        Actor actor = new Actor(person.id(), username, username, Set.of(role), Set.of(), Map.of(), access);
        return new Player(actor, token(actor, access));
    }

    private Person person(String username, Set<PlatformRole> roles, Set<Competence> competences) {
        Person person = new Person(username, username, username + "@example.org", roles, competences, false);
        person.password(KEPT);
        database.persist(person);
        return person;
    }

    private String token(Actor actor, Set<String> scopes) {
        return tokens.issue(actor, "test", scopes, Duration.ofDays(30)).secret().words();
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int left = number; left > 0; left /= 26) {
            letters.append((char) ('A' + left % 26));
        }
        return letters.toString();
    }
}
