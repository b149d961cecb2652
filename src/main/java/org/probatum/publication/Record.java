package org.probatum.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.probatum.shared.Json;

/** A published record as stored: never changed, found by its words. */
@Entity(name = "PublishedRecord")
@Immutable
@Table(name = "record")
public class Record {
    @Id
    @Column(name = "decision_id")
    Long decisionId;

    @Column(nullable = false)
    String key;

    @Column(nullable = false)
    String title;

    @Column(name = "team_id", nullable = false)
    long teamId;

    @Column(nullable = false)
    String category;

    @Column(name = "published_at", nullable = false)
    Instant publishedAt;

    @Column(nullable = false)
    String digest;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Column(nullable = false)
    RecordDocument document;

    @ColumnTransformer(write = "to_tsvector('english', ?)", read = "''")
    @Column(nullable = false)
    String words;

    protected Record() {}

    Record(long decisionId, long teamId, RecordDocument document, String words) {
        this.decisionId = decisionId;
        this.key = document.key();
        this.title = document.profile().title();
        this.teamId = teamId;
        this.category = document.profile().category().name();
        this.publishedAt = document.publishedAt();
        this.digest = Json.digest(document);
        this.document = document;
        this.words = words;
    }

    public String key() {
        return key;
    }

    /** The digest of the document's canonical JSON. */
    public String digest() {
        return digest;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public RecordDocument document() {
        return document;
    }
}
