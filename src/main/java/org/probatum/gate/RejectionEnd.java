package org.probatum.gate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** How a rejection ended: confirmed by a second person, which ends the decision, or withdrawn by whoever gave it. */
@Entity
@Immutable
@Table(name = "rejection_end")
class RejectionEnd {
    /** The two ends; the database holds that the first takes another person and the second the same. */
    enum Outcome {
        CONFIRMED,
        WITHDRAWN
    }

    @Id
    @Column(name = "review_id")
    Long reviewId;

    @Column(name = "reviewer_id", nullable = false)
    long reviewerId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Outcome outcome;

    @Column(name = "ended_by", nullable = false)
    long endedBy;

    @Column(nullable = false)
    String comment;

    @Column(nullable = false)
    Instant at;

    protected RejectionEnd() {}

    RejectionEnd(Review rejection, Outcome outcome, long endedBy, String comment, Instant at) {
        this.reviewId = rejection.id();
        this.reviewerId = rejection.reviewerId();
        this.outcome = outcome;
        this.endedBy = endedBy;
        this.comment = comment;
        this.at = at;
    }
}
