package org.probatum.evidence;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.probatum.decision.Decision;
import org.probatum.shared.Problem;

/** The runs attached to decisions. */
@ApplicationScoped
public class Runs implements PanacheRepository<Run> {
    /** A decision's runs in the order of their names. */
    public List<Run> of(long decisionId) {
        return list("decisionId = ?1 order by name", decisionId);
    }

    /** The run of a decision under a name, or under the reference that options cite it by. */
    public Run named(Decision decision, String name) {
        return find("decisionId = ?1 and name = ?2", decision.id(), name)
                .firstResultOptional()
                .or(() -> of(decision.id()).stream()
                        .filter(run -> run.reference().equals(name))
                        .findFirst())
                .orElseThrow(() -> Problem.notFound("run \"" + name + "\" of " + decision.key()));
    }
}
