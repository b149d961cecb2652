package org.probatum.risk;

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
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What somebody answered an escalation: added, never changed. */
@Entity
@Immutable
@Table(name = "escalation_answer")
public class EscalationAnswer {
    @Id
    @GeneratedValue(generator = "escalation_answer_seq")
    @SequenceGenerator(name = "escalation_answer_seq", sequenceName = "escalation_answer_seq", allocationSize = 50)
    Long id;

    @Column(name = "escalation_id", nullable = false)
    long escalationId;

    @Column(name = "decision_id", nullable = false)
    long decisionId;

    @Column(name = "answered_by", nullable = false)
    long answeredBy;

    @Column(name = "for_id")
    @Nullable
    Long forId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    EscalationLevel level;

    @Column(name = "answered_at", nullable = false)
    Instant answeredAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Answer answer;

    @Column(nullable = false)
    String comment;

    @Nullable
    LocalDate until;

    @Column(name = "person_id")
    @Nullable
    Long personId;

    protected EscalationAnswer() {}

    EscalationAnswer(Escalation to, EscalationLevel.Reach by, Given given, @Nullable Long person, Instant now) {
        this.escalationId = to.id();
        this.decisionId = to.decisionId();
        this.answeredBy = by.voice().actor().id();
        this.forId = by.voice().forId();
        this.level = by.level();
        this.answeredAt = now;
        this.answer = given.answer();
        this.comment = given.comment();
        this.until = given.until();
        this.personId = person;
    }
}
