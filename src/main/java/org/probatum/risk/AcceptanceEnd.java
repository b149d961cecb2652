package org.probatum.risk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.probatum.people.Actor;

/** Why an acceptance ended before its last day. Once ended it never holds again, whatever the risk reads later. */
@Entity
@Immutable
@Table(name = "acceptance_end")
public class AcceptanceEnd {
    /** What ends an acceptance early. */
    public enum Cause {
        /** A later acceptance of the same risk took its place. */
        REPLACED("replaced by a later acceptance"),
        /** The risk reads otherwise since, or is gone. */
        REWRITTEN("the risk was rewritten"),
        /** Whoever gave it has worked on the decision since. */
        WORKED_ON("its giver worked on the decision"),
        /** The decision was declined, rejected or withdrawn. */
        DECISION_ENDED("the decision ended"),
        /** Whoever gave it took it back. */
        REVOKED("revoked by its giver");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        /** As a page says it. */
        public String words() {
            return words;
        }
    }

    @Id
    @Column(name = "acceptance_id")
    Long acceptanceId;

    @Column(nullable = false)
    Instant at;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Cause cause;

    @Column(name = "ended_by")
    @Nullable
    Long endedBy;

    @Nullable
    String reason;

    protected AcceptanceEnd() {}

    /** The giver's revocation. */
    AcceptanceEnd(Acceptance acceptance, Actor giver, Instant at, String reason) {
        this.acceptanceId = acceptance.id;
        this.at = at;
        this.cause = Cause.REVOKED;
        this.endedBy = giver.id();
        this.reason = reason;
    }

    public Instant at() {
        return at;
    }

    public Cause cause() {
        return cause;
    }

    /** Why it was revoked; null for every other cause. */
    public @Nullable String reason() {
        return reason;
    }
}
