package org.probatum.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A program's way in on behalf of a person: named, scoped, expiring, revocable, kept as a hash. */
@Entity
@Table(name = "api_token")
public class ApiToken {
    @Id
    @GeneratedValue(generator = "people_seq")
    @SequenceGenerator(name = "people_seq", sequenceName = "people_seq", allocationSize = 50)
    Long id;

    @Column(name = "secret_hash", nullable = false)
    byte[] secretHash;

    @Column(name = "person_id", nullable = false)
    long personId;

    @Column(nullable = false)
    String name;

    @Column(nullable = false)
    String[] scopes;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    Instant expiresAt;

    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;

    protected ApiToken() {}

    ApiToken(Secret secret, long personId, String name, Set<String> scopes, Instant createdAt, Instant expiresAt) {
        this.secretHash = secret.hash();
        this.personId = personId;
        this.name = name;
        this.scopes = scopes.stream().sorted().toArray(String[]::new);
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public List<String> scopes() {
        return List.of(scopes);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public @Nullable Instant revokedAt() {
        return revokedAt;
    }
}
