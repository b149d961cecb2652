package org.probatum.evidence;

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
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.shared.Json;

/** A run's manifest as it was when it was attached. Nothing changes it; a corrected run is another run. */
@Entity
@Immutable
@Table(name = "run")
public class Run {
    private static final String INLINE = "inline:";

    @Id
    @GeneratedValue(generator = "run_seq")
    @SequenceGenerator(name = "run_seq", sequenceName = "run_seq", allocationSize = 50)
    Long id;

    @Column(name = "decision_id", nullable = false)
    long decisionId;

    @Column(nullable = false)
    String name;

    @Column(nullable = false)
    String digest;

    @Column(name = "attached_by", nullable = false)
    long attachedBy;

    @Column(name = "attached_at", nullable = false)
    Instant attachedAt;

    @Column
    @Nullable
    String reference;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Column(nullable = false)
    Manifest manifest;

    protected Run() {}

    Run(long decisionId, Manifest manifest, @Nullable String reference, long attachedBy, Instant attachedAt) {
        this.decisionId = decisionId;
        this.name = manifest.name();
        this.reference = reference;
        this.digest = Json.digest(manifest);
        this.attachedBy = attachedBy;
        this.attachedAt = attachedAt;
        this.manifest = manifest;
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** What options and claims cite it by: where it is in its tracker, else its name. */
    public String reference() {
        return reference == null ? INLINE + name : reference;
    }

    /** The digest of the manifest's canonical JSON, taken when it was attached. */
    public String digest() {
        return digest;
    }

    /** The manifest still has the digest it was attached with. */
    public boolean isAsAttached() {
        return Json.digest(manifest).equals(digest);
    }

    public Instant attachedAt() {
        return attachedAt;
    }

    public Manifest manifest() {
        return manifest;
    }
}
