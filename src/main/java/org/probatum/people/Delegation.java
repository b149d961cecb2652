package org.probatum.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One person letting another act for them for a time, in one team or in all they share. Added, never changed. */
@Entity
@Immutable
@Table(name = "delegation")
public class Delegation {
    @Id
    @GeneratedValue(generator = "people_seq")
    @SequenceGenerator(name = "people_seq", sequenceName = "people_seq", allocationSize = 50)
    Long id;

    @Column(name = "from_id", nullable = false)
    long fromId;

    @Column(name = "to_id", nullable = false)
    long toId;

    @Column(name = "team_id")
    @Nullable
    Long teamId;

    @Column(name = "from_at", nullable = false)
    Instant fromAt;

    @Column(name = "until_at", nullable = false)
    Instant untilAt;

    @Column(nullable = false)
    String reason;

    @Column(name = "made_at", nullable = false)
    Instant madeAt;

    @Column(name = "made_by", nullable = false)
    long madeBy;

    /** From when until when. */
    record Span(Instant from, Instant until) {}

    protected Delegation() {}

    Delegation(Person from, Person to, @Nullable Team team, Span span, String reason, Instant madeAt, long madeBy) {
        this.fromId = from.id();
        this.toId = to.id();
        this.teamId = team == null ? null : team.id();
        this.fromAt = span.from();
        this.untilAt = span.until();
        this.reason = reason;
        this.madeAt = madeAt;
        this.madeBy = madeBy;
    }

    public long id() {
        return id;
    }
}
