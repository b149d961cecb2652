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
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Gate;
import org.probatum.people.Voice;
import org.probatum.shared.Json;

/** A review: who voted what, in which slot, on which material, and what the gate's report said then. */
@Entity
@Immutable
@Table(name = "review")
public class Review {
    @Id
    @GeneratedValue(generator = "review_seq")
    @SequenceGenerator(name = "review_seq", sequenceName = "review_seq", allocationSize = 50)
    Long id;

    @Column(name = "decision_id", nullable = false)
    long decisionId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Gate gate;

    @Column(nullable = false)
    int round;

    @Column(name = "reviewer_id", nullable = false)
    long reviewerId;

    @Column(name = "for_id")
    @Nullable
    Long forId;

    @Column(nullable = false)
    String slot;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Vote vote;

    @Column(nullable = false)
    String comment;

    @Column(name = "material_digest", nullable = false)
    String materialDigest;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    String report;

    @Column(nullable = false)
    Instant at;

    /** A line of the report as it is kept: the requirement, and what was found of it in words that stay. */
    private record Line(String id, String title, String binding, String state, String because, String wouldSatisfy) {
        static Line of(GateReport.Line line) {
            return new Line(
                    line.id(), line.title(), line.binding().name(), line.state(), line.because(), line.wouldSatisfy());
        }
    }

    protected Review() {}

    Review(
            long decisionId,
            int round,
            Voice reviewer,
            String slot,
            Vote vote,
            String comment,
            GateReport report,
            Instant at) {
        this.decisionId = decisionId;
        this.gate = report.gate();
        this.round = round;
        this.reviewerId = reviewer.actor().id();
        this.forId = reviewer.forId();
        this.slot = slot;
        this.vote = vote;
        this.comment = comment;
        this.materialDigest = report.material();
        this.report = Json.write(report.lines().stream().map(Line::of).toList());
        this.at = at;
    }

    public long id() {
        return id;
    }

    public Gate gate() {
        return gate;
    }

    public int round() {
        return round;
    }

    public long reviewerId() {
        return reviewerId;
    }

    /** The absent person the reviewer acted for; null when for themselves. */
    public @Nullable Long forId() {
        return forId;
    }

    /** The seat it filled when it was cast: the name of a role or a competence. */
    public String slot() {
        return slot;
    }

    public Vote vote() {
        return vote;
    }

    public String comment() {
        return comment;
    }

    /** The digest of the material the reviewer was shown. */
    public String materialDigest() {
        return materialDigest;
    }

    /** The gate's report at that time, as JSON. */
    public String report() {
        return report;
    }

    public Instant at() {
        return at;
    }
}
