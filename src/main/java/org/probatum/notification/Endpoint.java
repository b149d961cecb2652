package org.probatum.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A receiver outside: where a team's events are sent to, which of them, and what signs them. */
@Entity
@DynamicUpdate
@Table(name = "webhook_endpoint")
public class Endpoint {
    @Id
    Long id;

    @Column(name = "team_id", nullable = false)
    long teamId;

    @Column(nullable = false)
    String url;

    @Column(nullable = false)
    String[] events;

    @Column(nullable = false)
    byte[] secret;

    @Column(name = "previous_secret")
    byte @Nullable [] previousSecret;

    @Column(name = "previous_until")
    @Nullable
    Instant previousUntil;

    @Column(nullable = false)
    boolean enabled;

    @Column(name = "disabled_because")
    @Nullable
    String disabledBecause;

    @Column(nullable = false)
    int failures;

    @Column(name = "held_until")
    @Nullable
    Instant heldUntil;

    @Column(name = "created_by", nullable = false)
    long createdBy;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    protected Endpoint() {}

    Endpoint(long id, long teamId, String url, List<String> events, byte[] secret, long createdBy, Instant now) {
        this.id = id;
        this.teamId = teamId;
        this.url = url;
        this.events = events.stream().distinct().sorted().toArray(String[]::new);
        this.secret = secret;
        this.enabled = true;
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    /** From now on another secret signs; for a while the one before does too. */
    void rotate(byte[] fresh, Instant overlapUntil) {
        previousSecret = secret;
        previousUntil = overlapUntil;
        secret = fresh;
    }

    /** Sends again, or sends no more because somebody said so. */
    void enable(boolean on, String why) {
        enabled = on;
        disabledBecause = on ? null : why;
        failures = 0;
        heldUntil = null;
    }

    public long id() {
        return id;
    }

    public long teamId() {
        return teamId;
    }

    public String url() {
        return url;
    }

    /** The events it asked for; empty for all. */
    public List<String> events() {
        return Arrays.asList(events);
    }

    /** The secret before signs too. */
    public boolean overlaps(Instant now) {
        return previousSecret != null && previousUntil != null && now.isBefore(previousUntil);
    }

    public @Nullable Instant previousUntil() {
        return previousUntil;
    }

    public boolean enabled() {
        return enabled;
    }

    /** Why nothing is sent; null while something is. */
    public @Nullable String disabledBecause() {
        return disabledBecause;
    }

    /** How many attempts have failed on end. */
    public int failures() {
        return failures;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
