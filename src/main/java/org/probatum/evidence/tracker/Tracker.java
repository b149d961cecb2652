package org.probatum.evidence.tracker;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Vault;

/** A team's connection to a tracker: what it is called here, where it is, and who the service is there. */
@Entity
@DynamicUpdate
@Table(name = "tracker")
public class Tracker {
    /** How the service says who it is. */
    public enum Auth {
        NONE,
        BASIC,
        BEARER
    }

    @Id
    Long id;

    @Column(name = "team_id", nullable = false)
    long teamId;

    @Column(nullable = false)
    String name;

    @Column(nullable = false)
    String kind;

    @Column(nullable = false)
    String url;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Auth auth;

    @Column
    @Nullable
    String username;

    @Column
    byte @Nullable [] secret;

    @Column(name = "writes_back", nullable = false)
    boolean writesBack;

    @Column(name = "created_by", nullable = false)
    long createdBy;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "removed_at")
    @Nullable
    Instant removedAt;

    protected Tracker() {}

    Tracker(long id, long teamId, String name, String kind, long createdBy, Instant now) {
        this.id = id;
        this.teamId = teamId;
        this.name = name;
        this.kind = kind;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    void leadTo(String address, boolean writes) {
        url = address;
        writesBack = writes;
    }

    void signInAs(Auth how, @Nullable String who, byte @Nullable [] kept) {
        auth = how;
        username = who;
        secret = kept;
    }

    void remove(Instant now) {
        removedAt = now;
        secret = null;
    }

    /** By what name the vault knows the secret of a tracker. */
    static String owner(long id) {
        return "tracker " + id;
    }

    Target target(Vault vault) {
        byte[] kept = secret;
        String said = kept == null ? "" : vault.decrypt(kept, owner(id));
        Credential credential =
                switch (auth) {
                    case NONE -> new Credential.Nobody();
                    case BASIC -> new Credential.Basic(Objects.requireNonNullElse(username, ""), said);
                    case BEARER -> new Credential.Bearer(said);
                };
        return new Target(id, name, kind, URI.create(url), credential, false);
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String kind() {
        return kind;
    }

    public String url() {
        return url;
    }

    public Auth auth() {
        return auth;
    }

    public @Nullable String username() {
        return username;
    }

    /** Writes into the tracker what became of its runs. */
    public boolean writesBack() {
        return writesBack;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
