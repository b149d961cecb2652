package org.probatum.evidence.comparison;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A comparison on record: who put it there, when, and what it said. Nothing changes it; other runs make it outdated. */
@Entity
@Immutable
@Table(name = "comparison")
public class FiledComparison {
    @Id
    @GeneratedValue(generator = "comparison_seq")
    @SequenceGenerator(name = "comparison_seq", sequenceName = "comparison_seq", allocationSize = 50)
    Long id;

    @Column(name = "decision_id", nullable = false)
    long decisionId;

    @Column(nullable = false)
    String criterion;

    @Column(name = "filed_by", nullable = false)
    long filedBy;

    @Column(name = "filed_at", nullable = false)
    Instant filedAt;

    @Column(nullable = false)
    String basis;

    @Column(nullable = false)
    String digest;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Column(nullable = false)
    Filing filing;

    protected FiledComparison() {}

    FiledComparison(long decisionId, String basis, Filing filing, long filedBy, Instant filedAt) {
        this.decisionId = decisionId;
        this.criterion = filing.criterion().id();
        this.filedBy = filedBy;
        this.filedAt = filedAt;
        this.basis = basis;
        this.digest = filing.digest();
        this.filing = filing;
    }

    public String criterion() {
        return criterion;
    }

    public long filedBy() {
        return filedBy;
    }

    public Instant filedAt() {
        return filedAt;
    }

    /** The digest of what it says. */
    public String digest() {
        return digest;
    }

    public Filing filing() {
        return filing;
    }

    /** It rests on the same criterion and the same runs as a comparison of today. */
    public boolean isOf(Comparison today) {
        return basis.equals(today.basis());
    }
}
