package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.List;
import org.probatum.decision.Gate;
import org.probatum.decision.material.Criterion;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** The test that will decide is agreed before any result is seen. */
@Singleton
class CriteriaDecisive implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "scope.criteria",
                "Decisive criteria are complete; they are sealed when this gate passes",
                Gate.SCOPE,
                50,
                false);
    }

    @Override
    public Finding judge(Case laid) {
        List<Criterion> criteria = laid.material().scope().criteria();
        if (criteria.isEmpty()) {
            return new Finding.Unsatisfied(
                    "No criterion will decide.",
                    "State at least one: metric, dataset, split, direction, margin, tolerance and seeds.");
        }
        return Numbered.unmet(criteria, Criterion::decides)
                .<Finding>map(which -> new Finding.Unsatisfied(
                        "Criterion " + which + " is incomplete.",
                        "It needs a metric, dataset, split, direction, margin, tolerance and number of seeds."))
                .orElseGet(() -> new Finding.Satisfied(
                        Numbered.count(criteria, "criterion").replace("criterions", "criteria") + " complete."));
    }
}
