package org.probatum.decision.deviation;

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

/** A second person's word on one explanation of a deviation, given once. */
@Entity(name = "DeviationAnswer")
@Immutable
@Table(name = "deviation_answer")
class Answer {
    @Id
    @GeneratedValue(generator = "deviation_answer_seq")
    @SequenceGenerator(name = "deviation_answer_seq", sequenceName = "deviation_answer_seq", allocationSize = 50)
    Long id;

    @Column(name = "decision_id", nullable = false)
    long decisionId;

    @Column(name = "explanation_id", nullable = false)
    long explanationId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Verdict answer;

    @Column(nullable = false)
    String comment;

    @Column(name = "answered_by", nullable = false)
    long answeredBy;

    @Column(name = "answered_at", nullable = false)
    Instant answeredAt;

    protected Answer() {}

    Answer(long decisionId, AnswerDeviation.Terms terms, long answeredBy, Instant answeredAt) {
        this.decisionId = decisionId;
        this.explanationId = terms.explanation();
        this.answer = terms.answer();
        this.comment = terms.comment();
        this.answeredBy = answeredBy;
        this.answeredAt = answeredAt;
    }
}
