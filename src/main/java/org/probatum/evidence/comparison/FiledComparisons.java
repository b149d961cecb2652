package org.probatum.evidence.comparison;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The comparisons on record. */
@ApplicationScoped
public class FiledComparisons implements PanacheRepository<FiledComparison> {
    /** A decision's comparisons on every criterion, newest first. */
    public List<FiledComparison> of(long decisionId) {
        return list("decisionId = ?1 order by id desc", decisionId);
    }
}
