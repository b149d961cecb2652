package org.probatum.evidence;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The runs attached to decisions. */
@ApplicationScoped
public class Runs implements PanacheRepository<Run> {
    /** A decision's runs in the order of their names. */
    public List<Run> of(long decisionId) {
        return list("decisionId = ?1 order by name", decisionId);
    }
}
