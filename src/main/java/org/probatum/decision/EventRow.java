package org.probatum.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An event as stored: added, never changed. */
@Entity
@Immutable
@Table(name = "decision_event")
public class EventRow {
    @Id
    @GeneratedValue(generator = "decision_event_seq")
    @SequenceGenerator(name = "decision_event_seq", sequenceName = "decision_event_seq", allocationSize = 50)
    Long id;

    @Column(name = "decision_id", nullable = false)
    long decisionId;

    @Column(nullable = false)
    int seq;

    @Column(nullable = false)
    Instant at;

    @Column(nullable = false)
    String type;

    @Column(name = "actor_id")
    @Nullable
    Long actorId;

    @Column(nullable = false)
    String summary;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    String payload;

    protected EventRow() {}

    EventRow(long decisionId, int seq, Instant at, @Nullable Long actorId, DecisionEvent event, String payload) {
        this.decisionId = decisionId;
        this.seq = seq;
        this.at = at;
        this.actorId = actorId;
        this.type = event.type();
        this.summary = event.summary();
        this.payload = payload;
    }
}
