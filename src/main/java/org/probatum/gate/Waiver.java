package org.probatum.gate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Gate;

/** Somebody's word that a requirement may stay unmet until a day, as it was found unmet when the word was given. */
@Entity
@Immutable
@Table(name = "waiver")
public class Waiver {
    @Id
    @GeneratedValue(generator = "waiver_seq")
    @SequenceGenerator(name = "waiver_seq", sequenceName = "waiver_seq", allocationSize = 50)
    Long id;

    @Column(name = "decision_id", nullable = false)
    long decisionId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Gate gate;

    @Column(nullable = false)
    String requirement;

    @Nullable
    String item;

    @Column(nullable = false)
    String found;

    @Column(name = "granted_by", nullable = false)
    long grantedBy;

    @Column(name = "granted_at", nullable = false)
    Instant grantedAt;

    @Column(name = "expires_on", nullable = false)
    LocalDate expiresOn;

    @Column(nullable = false)
    String reason;

    protected Waiver() {}

    Waiver(Decision decision, Gate gate, GrantWaiver.Terms terms, String found, long grantedBy, Instant grantedAt) {
        this.decisionId = decision.id();
        this.gate = gate;
        this.requirement = terms.requirement();
        this.item = terms.item();
        this.found = found;
        this.grantedBy = grantedBy;
        this.grantedAt = grantedAt;
        this.expiresOn = terms.expires();
        this.reason = terms.reason();
    }

    /**
     * It lets the requirement pass, or one item of it, on a day: what was found missing is still the same and no more, and
     * whoever gave it has no hand in the material.
     */
    public boolean covers(Decision decision, String asked, @Nullable String part, String foundNow, LocalDate today) {
        return requirement.equals(asked)
                && Objects.equals(item, part)
                && found.equals(foundNow)
                && holds(decision, today);
    }

    /** It lets a whole requirement pass, and this was among what that lacked when it was given. */
    boolean coversLack(Decision decision, String asked, String lack, LocalDate today) {
        return requirement.equals(asked) && item == null && found.contains(lack) && holds(decision, today);
    }

    private boolean holds(Decision decision, LocalDate today) {
        return !today.isAfter(expiresOn) && !decision.barred().contains(grantedBy);
    }

    public long id() {
        return id;
    }

    public Gate gate() {
        return gate;
    }

    public String requirement() {
        return requirement;
    }

    /** The item of the checklist it is about; null when it is about the whole requirement. */
    public @Nullable String item() {
        return item;
    }

    /** What was found missing when it was granted. */
    public String found() {
        return found;
    }

    public long grantedBy() {
        return grantedBy;
    }

    public Instant grantedAt() {
        return grantedAt;
    }

    /** The last day it holds. */
    public LocalDate expiresOn() {
        return expiresOn;
    }

    public String reason() {
        return reason;
    }
}
