package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.List;
import org.probatum.decision.Gate;
import org.probatum.decision.material.Outcome;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** What is to be achieved can be measured. */
@Singleton
class OutcomesStated implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "scope.outcomes", "Outcomes have a metric, a direction and a target", Gate.SCOPE, 20, false);
    }

    @Override
    public Finding judge(Case laid) {
        List<Outcome> outcomes = laid.material().scope().outcomes();
        if (outcomes.isEmpty()) {
            return new Finding.Unsatisfied(
                    "No outcome is stated.", "State at least one outcome with its metric, direction and target.");
        }
        return Numbered.unmet(outcomes, o -> o.metric() != null && o.direction() != null && o.target() != null)
                .<Finding>map(which -> new Finding.Unsatisfied(
                        "Outcome " + which + " cannot be measured yet.", "Give it a metric, a direction and a target."))
                .orElseGet(() -> new Finding.Satisfied(Numbered.count(outcomes, "outcome") + ", each measurable."));
    }
}
