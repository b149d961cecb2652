package org.probatum.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.hibernate.exception.ConstraintViolationException;
import org.probatum.shared.Problem;

/** Ends a delegation before its time: the absent person back early, the delegate laying it down, or whoever may make one for them. */
@ApplicationScoped
public class EndDelegation {
    private final Delegations delegations;
    private final EntityManager database;
    private final Clock clock;
    private final Governance governance;

    EndDelegation(Delegations delegations, EntityManager database, Clock clock, Governance governance) {
        this.delegations = delegations;
        this.database = database;
        this.clock = clock;
        this.governance = governance;
    }

    @Transactional
    public void end(Actor actor, long id) {
        Delegation delegation = delegations
                .findByIdOptional(id)
                .filter(found -> concerns(actor, found))
                .orElseThrow(() -> Problem.notFound("delegation " + id));
        Instant now = clock.instant();
        if (!delegation.untilAt.isAfter(now) || database.find(DelegationEnd.class, id) != null) {
            throw over();
        }
        try {
            database.persist(new DelegationEnd(delegation, now, actor.id()));
            database.flush();
        } catch (ConstraintViolationException e) {
            // Somebody else ended it at the same moment.
            throw over();
        }
        governance.changed(actor, "DelegationEnded", null, Map.of("delegation", id));
    }

    private static Problem over() {
        return Problem.conflict("delegation-over", "The delegation is over already; there is nothing to end.");
    }

    private static boolean concerns(Actor actor, Delegation delegation) {
        return actor.id() == delegation.fromId
                || actor.id() == delegation.toId
                || (delegation.teamId != null && actor.holds(TeamRole.LEAD, delegation.teamId))
                || actor.platformRoles().contains(PlatformRole.PLATFORM_OWNER);
    }
}
