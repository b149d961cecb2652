package org.probatum.evidence.lineage;

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
import org.probatum.people.Actor;

/** Something that runs rest on, called back by somebody for a reason: added, never changed. */
@Entity
@Immutable
@Table(name = "recall")
public class Recall {
    @Id
    @GeneratedValue(generator = "recall_seq")
    @SequenceGenerator(name = "recall_seq", sequenceName = "recall_seq", allocationSize = 50)
    Long id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    SourceKind kind;

    @Column(nullable = false)
    String value;

    @Column(nullable = false)
    String reason;

    @Column(nullable = false)
    String remedy;

    @Column(name = "recalled_by", nullable = false)
    long recalledBy;

    @Column(name = "recalled_at", nullable = false)
    Instant recalledAt;

    protected Recall() {}

    Recall(SourceKind kind, String value, String reason, String remedy, Actor by, Instant now) {
        this.kind = kind;
        this.value = value;
        this.reason = reason;
        this.remedy = remedy;
        this.recalledBy = by.id();
        this.recalledAt = now;
    }

    public long id() {
        return id;
    }

    Subject subject() {
        return new Subject(kind, value, "");
    }

    /** What it says of a run that rests on it. */
    String words() {
        return subject().words() + " was recalled: " + reason;
    }
}
