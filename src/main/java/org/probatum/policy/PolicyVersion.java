package org.probatum.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Digest;

/** A version of a table as it was uploaded, or as it came with the service; added, never changed. */
@Entity
@Immutable
@jakarta.persistence.Table(name = "policy_version")
public class PolicyVersion {
    @Id
    @GeneratedValue(generator = "policy_seq")
    @SequenceGenerator(name = "policy_seq", sequenceName = "policy_seq", allocationSize = 1)
    Long id;

    @Column(name = "table_name", nullable = false)
    String tableName;

    @Column(nullable = false)
    int number;

    @Column(nullable = false)
    String digest;

    @Column(nullable = false)
    String dmn;

    @Column(name = "uploaded_by")
    @Nullable
    Long uploadedBy;

    @Column(name = "uploaded_at", nullable = false)
    Instant uploadedAt;

    @Column(nullable = false)
    String why;

    protected PolicyVersion() {}

    PolicyVersion(Table table, int number, String dmn, @Nullable Long uploadedBy, Instant uploadedAt, String why) {
        this.tableName = table.id();
        this.number = number;
        this.digest = Digest.of(dmn);
        this.dmn = dmn;
        this.uploadedBy = uploadedBy;
        this.uploadedAt = uploadedAt;
        this.why = why;
    }

    public long id() {
        return id;
    }

    public Table table() {
        return Table.byId(tableName);
    }

    public int number() {
        return number;
    }

    public String digest() {
        return digest;
    }

    /** The table as DMN. */
    public String dmn() {
        return dmn;
    }

    /** Who uploaded it; null when it came with the service. */
    public @Nullable Long uploadedBy() {
        return uploadedBy;
    }

    public Instant uploadedAt() {
        return uploadedAt;
    }

    public String why() {
        return why;
    }

    /** The table as people read it. */
    public Grid grid() {
        Grid grid = GridReader.read(table(), dmn).grid();
        if (grid == null) {
            throw new IllegalStateException("version " + number + " of " + tableName + " cannot be read any more");
        }
        return grid;
    }
}
