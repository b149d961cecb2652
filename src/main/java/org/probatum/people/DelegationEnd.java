package org.probatum.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A delegation ended before its time, when and by whom. */
@Entity
@Immutable
@Table(name = "delegation_end")
class DelegationEnd {
    @Id
    @Column(name = "delegation_id")
    Long delegationId;

    @Column(nullable = false)
    Instant at;

    @Column(name = "ended_by", nullable = false)
    long endedBy;

    protected DelegationEnd() {}

    DelegationEnd(Delegation delegation, Instant at, long endedBy) {
        this.delegationId = delegation.id();
        this.at = at;
        this.endedBy = endedBy;
    }
}
