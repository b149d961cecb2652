package org.probatum.people;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.SessionCheckMode;

/** The people. */
@ApplicationScoped
public class People implements PanacheRepository<Person> {
    /** A member of a team with their roles there. */
    public record Member(Person person, Set<TeamRole> roles) {
        /** The roles and competences that seats of the team's gates may take, by name. */
        public Set<String> fits() {
            return Stream.concat(roles.stream().filter(role -> role != TeamRole.MEMBER), person.competences().stream())
                    .map(Enum::name)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    public Optional<Person> byUsername(String username) {
        // The database takes no text with U+0000 in it, not even to look for.
        return username.indexOf('\0') >= 0
                ? Optional.empty()
                : find("username", username).firstResultOptional();
    }

    /** Those of the given usernames that belong to nobody in the team. */
    public Set<String> unknownIn(long teamId, Collection<String> usernames) {
        if (usernames.isEmpty()) {
            return Set.of();
        }
        List<String> known = getEntityManager()
                .createQuery(
                        "select p.username from Person p join Membership m on m.personId = p.id"
                                + " where m.teamId = :team and p.username in :names",
                        String.class)
                .setParameter("team", teamId)
                .setParameter("names", usernames)
                .getResultList();
        return usernames.stream().filter(name -> !known.contains(name)).collect(Collectors.toSet());
    }

    /** Somebody's seats, in all their teams. */
    List<Membership> seatsOf(long person) {
        return getEntityManager()
                .createQuery("from Membership m where m.personId = :person", Membership.class)
                .setParameter("person", person)
                .getResultList();
    }

    /** Everybody in the team, by name. */
    public List<Member> membersOf(long teamId) {
        return getEntityManager()
                .createQuery(
                        "select p, m from Person p join Membership m on m.personId = p.id"
                                + " where m.teamId = :team order by p.name",
                        Object[].class)
                .setParameter("team", teamId)
                .getResultStream()
                .map(row -> new Member((Person) row[0], ((Membership) row[1]).roles()))
                .toList();
    }

    /** Everybody in the teams, by team and name. */
    public Map<Long, List<Member>> membersOf(Collection<Team> teams) {
        if (teams.isEmpty()) {
            return Map.of();
        }
        return getEntityManager()
                .createQuery(
                        "select p, m from Person p join Membership m on m.personId = p.id"
                                + " where m.teamId in :teams order by p.name",
                        Object[].class)
                .setParameter("teams", teams.stream().map(Team::id).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> ((Membership) row[1]).teamId,
                        Collectors.mapping(
                                row -> new Member((Person) row[0], ((Membership) row[1]).roles()),
                                Collectors.toList())));
    }

    /** Names to show for ids. */
    public Map<Long, String> names(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return getEntityManager()
                .unwrap(Session.class)
                .findMultiple(Person.class, List.copyOf(ids), SessionCheckMode.ENABLED)
                .stream()
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(Person::id, Person::name));
    }

    /** Everybody with a role across all teams. */
    public List<Long> idsOf(PlatformRole role) {
        List<?> ids = getEntityManager()
                .createNativeQuery("select id from person where ?1 = any (platform_roles) order by id")
                .setParameter(1, role.name())
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }
}
