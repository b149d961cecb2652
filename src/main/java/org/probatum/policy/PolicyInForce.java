package org.probatum.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** From a moment on, a version is the one that judges. */
@Entity
@Immutable
@jakarta.persistence.Table(name = "policy_in_force")
public class PolicyInForce {
    @Id
    @GeneratedValue(generator = "policy_seq")
    @SequenceGenerator(name = "policy_seq", sequenceName = "policy_seq", allocationSize = 1)
    Long id;

    @Column(name = "table_name", nullable = false)
    String tableName;

    @Column(name = "version_id", nullable = false)
    long versionId;

    @Column(nullable = false)
    Instant since;

    @Column(name = "proposal_id")
    @Nullable
    Long proposalId;

    @Column(name = "confirmed_by")
    @Nullable
    Long confirmedBy;

    @Column(nullable = false)
    String why;

    protected PolicyInForce() {}

    PolicyInForce(
            PolicyVersion version, Instant since, @Nullable Long proposalId, @Nullable Long confirmer, String why) {
        this.tableName = version.table().id();
        this.versionId = version.id();
        this.since = since;
        this.proposalId = proposalId;
        this.confirmedBy = confirmer;
        this.why = why;
    }
}
