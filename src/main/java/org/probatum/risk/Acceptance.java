package org.probatum.risk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Duties;
import org.probatum.decision.material.Risk;
import org.probatum.people.Voice;
import org.probatum.shared.Json;

/** A risk owner's word that a residual risk may stand until a day, for the risk as it read then. */
@Entity
@Immutable
@Table(name = "acceptance")
public class Acceptance {
    @Id
    @GeneratedValue(generator = "acceptance_seq")
    @SequenceGenerator(name = "acceptance_seq", sequenceName = "acceptance_seq", allocationSize = 50)
    Long id;

    @Column(name = "decision_id", nullable = false)
    long decisionId;

    @Column(name = "team_id", nullable = false)
    long teamId;

    @Column(name = "risk_id", nullable = false)
    String riskId;

    @Column(name = "risk_digest", nullable = false)
    String riskDigest;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Level level;

    @Column(nullable = false)
    int points;

    @Column(name = "accepted_by", nullable = false)
    long acceptedBy;

    @Column(name = "for_id")
    @Nullable
    Long forId;

    @Column(name = "accepted_at", nullable = false)
    Instant acceptedAt;

    @Column(name = "expires_on", nullable = false)
    LocalDate expiresOn;

    @Column(nullable = false)
    String reason;

    /** Read beside it; null while it has not ended early. */
    @Transient
    @Nullable
    AcceptanceEnd end;

    protected Acceptance() {}

    Acceptance(
            Decision decision, Risk risk, Rating rating, Voice owner, Instant at, LocalDate expiresOn, String reason) {
        this.decisionId = decision.id();
        this.teamId = decision.teamId();
        this.riskId = String.valueOf(risk.id());
        this.riskDigest = Json.digest(risk);
        this.level = rating.level();
        this.points = rating.points();
        this.acceptedBy = owner.actor().id();
        this.forId = owner.forId();
        this.acceptedAt = at;
        this.expiresOn = expiresOn;
        this.reason = reason;
    }

    /**
     * It covers the risk: not ended, not expired on the team's day, the same text, and given by somebody who has no hand in
     * the material since.
     */
    public boolean covers(Decision decision, Risk risk, LocalDate today) {
        return end == null
                && riskId.equals(risk.id())
                && !today.isAfter(expiresOn)
                && Duties.stillCounts(decision, acceptedBy, forId)
                && riskDigest.equals(Json.digest(risk));
    }

    public long id() {
        return id;
    }

    /** Why and when it ended early; null when it did not. */
    public @Nullable AcceptanceEnd end() {
        return end;
    }

    public String riskId() {
        return riskId;
    }

    public Level level() {
        return level;
    }

    public int points() {
        return points;
    }

    public long acceptedBy() {
        return acceptedBy;
    }

    /** The absent owner whom the one who accepted acted for; null when it was the owner. */
    public @Nullable Long forId() {
        return forId;
    }

    public Instant acceptedAt() {
        return acceptedAt;
    }

    /** The last day it holds. */
    public LocalDate expiresOn() {
        return expiresOn;
    }

    public String reason() {
        return reason;
    }
}
