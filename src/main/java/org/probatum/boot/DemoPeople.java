package org.probatum.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.probatum.people.Competence;
import org.probatum.people.Membership;
import org.probatum.people.Password;
import org.probatum.people.Person;
import org.probatum.people.PlatformRole;
import org.probatum.people.Team;
import org.probatum.people.TeamRole;

/** The demo's teams and people. Their accounts are marked as demo and let nobody in where the demo is off. */
@ApplicationScoped
class DemoPeople {
    /** The password of every demo account, printed at the start. */
    static final String PASSWORD = "probatum";

    private final EntityManager database;

    DemoPeople(EntityManager database) {
        this.database = database;
    }

    private record Seat(String username, String name, Set<TeamRole> roles, Set<Competence> competences) {}

    @Transactional
    void seed() {
        Password password = Password.of(PASSWORD);
        team(
                new Team("credit-risk", "CR", "Credit risk", "MEDIUM", 60, ZoneId.of("Europe/Berlin")),
                password,
                author("mira", "Mira Okafor"),
                engineer("omar", "Omar Haddad"),
                lead("dana", "Dana Ruiz"),
                reviewer("ivo", "Ivo Lang"),
                engineer("nils", "Nils Berg"));
        team(
                new Team("fraud", "FR", "Fraud detection", "MEDIUM", 60, ZoneId.of("Europe/Lisbon")),
                password,
                author("lena", "Lena Costa"),
                engineer("ben", "Ben Adeyemi"),
                lead("sofia", "Sofia Marques"),
                reviewer("tariq", "Tariq Aziz"),
                engineer("zoe", "Zoe Marin"));
        team(
                new Team("search-ranking", "SR", "Search ranking", "MEDIUM", 60, ZoneId.of("America/New_York")),
                password,
                author("yuki", "Yuki Tanaka"),
                engineer("pavel", "Pavel Novak"),
                lead("grace", "Grace Mbeki"),
                reviewer("noor", "Noor Rahman"),
                engineer("kofi", "Kofi Mensah"));
        person("audra", "Audra Klein", Set.of(PlatformRole.AUDITOR), Set.of(), password);
        person("paul", "Paul Owen", Set.of(PlatformRole.PLATFORM_OWNER), Set.of(), password);
        person("petra", "Petra Lindqvist", Set.of(PlatformRole.PLATFORM_OWNER), Set.of(), password);
    }

    private static Seat author(String username, String name) {
        return new Seat(
                username, name, Set.of(TeamRole.MEMBER), Set.of(Competence.PERFORMANCE, Competence.MAINTAINABILITY));
    }

    private static Seat engineer(String username, String name) {
        return new Seat(
                username,
                name,
                Set.of(TeamRole.MEMBER, TeamRole.REVIEWER, TeamRole.RISK_OWNER),
                Set.of(Competence.SECURITY, Competence.OPERABILITY));
    }

    private static Seat reviewer(String username, String name) {
        return new Seat(
                username,
                name,
                Set.of(TeamRole.MEMBER, TeamRole.REVIEWER, TeamRole.RISK_OWNER, TeamRole.PUBLISHER),
                Set.of(Competence.SECURITY, Competence.PERFORMANCE));
    }

    private static Seat lead(String username, String name) {
        return new Seat(
                username,
                name,
                Set.of(TeamRole.MEMBER, TeamRole.REVIEWER, TeamRole.RISK_OWNER, TeamRole.PUBLISHER, TeamRole.LEAD),
                Set.of(Competence.OPERABILITY, Competence.MAINTAINABILITY));
    }

    private void team(Team team, Password password, Seat... seats) {
        database.persist(team);
        for (Seat seat : List.of(seats)) {
            Person person = person(seat.username(), seat.name(), Set.of(), seat.competences(), password);
            database.persist(new Membership(person, team, seat.roles()));
        }
    }

    private Person person(
            String username, String name, Set<PlatformRole> roles, Set<Competence> competences, Password password) {
        Person person = new Person(username, name, username + "@example.org", roles, competences, true);
        person.password(password);
        database.persist(person);
        return person;
    }
}
