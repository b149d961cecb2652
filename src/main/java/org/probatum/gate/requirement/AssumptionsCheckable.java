package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.List;
import org.probatum.decision.Gate;
import org.probatum.decision.material.Assumption;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** An assumption nobody can check is a belief. */
@Singleton
class AssumptionsCheckable implements Requirement {
    @Override
    public Question asks() {
        return new Question("scope.assumptions", "Each assumption says how it would be checked", Gate.SCOPE, 40, true);
    }

    @Override
    public Finding judge(Case laid) {
        List<Assumption> assumptions = laid.material().scope().assumptions();
        return Numbered.unmet(assumptions, a -> a.statement() != null && a.check() != null)
                .<Finding>map(which -> new Finding.Unsatisfied(
                        "Assumption " + which + " cannot be checked yet.", "State it and say how it would be checked."))
                .orElseGet(() -> new Finding.Satisfied(
                        assumptions.isEmpty()
                                ? "Nothing is assumed."
                                : Numbered.count(assumptions, "assumption") + ", each with a check."));
    }
}
