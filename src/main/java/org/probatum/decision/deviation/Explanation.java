package org.probatum.decision.deviation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** Why criteria were changed after their seal, as whoever changed them says. Nothing changes it; another one is added. */
@Entity
@Immutable
@Table(name = "deviation_explanation")
class Explanation {
    @Id
    @GeneratedValue(generator = "deviation_explanation_seq")
    @SequenceGenerator(
            name = "deviation_explanation_seq",
            sequenceName = "deviation_explanation_seq",
            allocationSize = 50)
    Long id;

    @Column(name = "decision_id", nullable = false)
    long decisionId;

    @Column(nullable = false)
    int number;

    @Column(nullable = false)
    String text;

    @Column(name = "explained_by", nullable = false)
    long explainedBy;

    @Column(name = "explained_at", nullable = false)
    Instant explainedAt;

    protected Explanation() {}

    Explanation(long decisionId, int number, String text, long explainedBy, Instant explainedAt) {
        this.decisionId = decisionId;
        this.number = number;
        this.text = text;
        this.explainedBy = explainedBy;
        this.explainedAt = explainedAt;
    }
}
