package org.probatum.gate;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The waivers. */
@ApplicationScoped
public class Waivers implements PanacheRepository<Waiver> {
    /** A waiver with its giver's name. */
    public record Signed(Waiver waiver, String by) {
        /** As a report says it. */
        public String words() {
            return "Waived by " + by + " until " + waiver.expiresOn() + ": " + waiver.reason();
        }
    }

    /** A decision's waivers, expired ones too, newest first. */
    public List<Signed> of(long decisionId) {
        return getEntityManager()
                .createQuery(
                        "select new org.probatum.gate.Waivers$Signed(w, p.name) from Waiver w join Person p"
                                + " on p.id = w.grantedBy where w.decisionId = :decision order by w.id desc",
                        Signed.class)
                .setParameter("decision", decisionId)
                .getResultList();
    }
}
