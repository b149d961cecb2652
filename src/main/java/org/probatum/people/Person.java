package org.probatum.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody who signs in, by a password or by tokens only. */
@Entity
@Table(name = "person")
public class Person {
    @Id
    @GeneratedValue(generator = "people_seq")
    @SequenceGenerator(name = "people_seq", sequenceName = "people_seq", allocationSize = 50)
    Long id;

    @Column(nullable = false)
    String username;

    @Column(nullable = false)
    String name;

    @Column(nullable = false)
    String email;

    @Column(name = "password_hash")
    @Nullable
    String passwordHash;

    @Column(name = "platform_roles", nullable = false)
    String[] platformRoles;

    @Column(nullable = false)
    String[] competences;

    @Column(nullable = false)
    boolean demo;

    protected Person() {}

    public Person(
            String username,
            String name,
            String email,
            Collection<PlatformRole> platformRoles,
            Collection<Competence> competences,
            boolean demo) {
        this.username = username;
        this.name = name;
        this.email = email;
        this.platformRoles = platformRoles.stream().map(Enum::name).sorted().toArray(String[]::new);
        this.competences = competences.stream().map(Enum::name).sorted().toArray(String[]::new);
        this.demo = demo;
    }

    public long id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public Set<PlatformRole> platformRoles() {
        return Arrays.stream(platformRoles).map(PlatformRole::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    public Set<Competence> competences() {
        return Arrays.stream(competences).map(Competence::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** Sets the password to be asked at the next sign-in. */
    public void password(Password password) {
        this.passwordHash = password.hash();
    }
}
