package org.probatum.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** A person's roles in a team. */
@Entity
@Table(name = "membership")
@IdClass(Membership.Key.class)
public class Membership {
    /** One membership a person and team. */
    public record Key(long personId, long teamId) implements Serializable {}

    @Id
    @Column(name = "person_id")
    long personId;

    @Id
    @Column(name = "team_id")
    long teamId;

    @Column(nullable = false)
    String[] roles;

    protected Membership() {}

    public Membership(Person person, Team team, Collection<TeamRole> roles) {
        this.personId = person.id();
        this.teamId = team.id();
        this.roles = roles.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    public long personId() {
        return personId;
    }

    public Set<TeamRole> roles() {
        return Arrays.stream(roles).map(TeamRole::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
