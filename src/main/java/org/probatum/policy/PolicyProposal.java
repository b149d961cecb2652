package org.probatum.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A platform owner's wish to put a version in force; it needs another one's word. */
@Entity
@Immutable
@jakarta.persistence.Table(name = "policy_proposal")
public class PolicyProposal {
    @Id
    @GeneratedValue(generator = "policy_seq")
    @SequenceGenerator(name = "policy_seq", sequenceName = "policy_seq", allocationSize = 1)
    Long id;

    @Column(name = "version_id", nullable = false)
    long versionId;

    @Column(name = "proposed_by", nullable = false)
    long proposedBy;

    @Column(name = "proposed_at", nullable = false)
    Instant proposedAt;

    @Column(nullable = false)
    String why;

    protected PolicyProposal() {}

    PolicyProposal(PolicyVersion version, long proposer, Instant at, String why) {
        this.versionId = version.id();
        this.proposedBy = proposer;
        this.proposedAt = at;
        this.why = why;
    }
}
