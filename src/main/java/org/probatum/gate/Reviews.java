package org.probatum.gate;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The reviews. */
@ApplicationScoped
public class Reviews implements PanacheRepository<Review> {
    /** A review with its author's name. */
    public record Signed(Review review, String reviewer) {}

    /** A decision's reviews, newest first. */
    public List<Signed> of(long decisionId) {
        return getEntityManager()
                .createQuery(
                        "select new org.probatum.gate.Reviews$Signed(r, p.name) from Review r join Person p"
                                + " on p.id = r.reviewerId where r.decisionId = :decision order by r.id desc",
                        Signed.class)
                .setParameter("decision", decisionId)
                .getResultList();
    }
}
