package org.probatum.risk;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** The acceptances of residual risks. */
@ApplicationScoped
public class Acceptances implements PanacheRepository<Acceptance> {
    /** A decision's acceptances, oldest first. */
    public List<Acceptance> of(long decisionId) {
        return list("decisionId = ?1 order by id", decisionId);
    }

    /**
     * The points of residual risk the team bears on a day by its other decisions: for each of their risks the latest
     * acceptance that has not expired, of decisions that were not declined, rejected or withdrawn.
     */
    public int borne(long teamId, long exceptDecision, LocalDate today) {
        return ((Number) getEntityManager()
                        .createNativeQuery("""
                                select coalesce(sum(points), 0) from (
                                    select distinct on (a.decision_id, a.risk_id) a.points
                                    from acceptance a join decision d on d.id = a.decision_id
                                    where d.team_id = ?1 and d.id <> ?2 and a.expires_on >= ?3
                                      and d.stage not in ('DECLINED', 'REJECTED', 'WITHDRAWN')
                                    order by a.decision_id, a.risk_id, a.id desc) latest
                                """)
                        .setParameter(1, teamId)
                        .setParameter(2, exceptDecision)
                        .setParameter(3, today)
                        .getSingleResult())
                .intValue();
    }

    /** How many points beyond its appetite the team accepted to bear with this decision, in an answer that still holds. */
    public int excessAccepted(long decisionId, LocalDate today) {
        return ((Number) getEntityManager()
                        .createNativeQuery("select coalesce(max(excess), 0) from escalation where decision_id = ?1"
                                + " and kind = 'APPETITE_EXCEEDED' and state = 'ANSWERED' and holds_until >= ?2")
                        .setParameter(1, decisionId)
                        .setParameter(2, today)
                        .getSingleResult())
                .intValue();
    }
}
