package org.probatum.risk;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The acceptances of residual risks. */
@ApplicationScoped
public class Acceptances implements PanacheRepository<Acceptance> {
    /** A decision's acceptances, oldest first, each with its end when it ended early. */
    public List<Acceptance> of(long decisionId) {
        return getEntityManager()
                .createQuery(
                        "select a, e from Acceptance a left join AcceptanceEnd e on e.acceptanceId = a.id"
                                + " where a.decisionId = :decision order by a.id",
                        Object[].class)
                .setParameter("decision", decisionId)
                .getResultStream()
                .map(row -> {
                    Acceptance acceptance = (Acceptance) row[0];
                    acceptance.end = (AcceptanceEnd) row[1];
                    return acceptance;
                })
                .toList();
    }
}
