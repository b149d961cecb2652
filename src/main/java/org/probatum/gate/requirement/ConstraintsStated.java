package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.List;
import org.probatum.decision.Gate;
import org.probatum.decision.material.Constraint;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** The limits every option must keep are on the table, or it is said why there are none. */
@Singleton
class ConstraintsStated implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "scope.constraints", "Hard constraints are listed, or \"none\" is argued", Gate.SCOPE, 30, true);
    }

    @Override
    public Finding judge(Case laid) {
        List<Constraint> constraints = laid.material().scope().constraints();
        if (constraints.isEmpty()) {
            return laid.material().scope().noConstraintsReason() == null
                    ? new Finding.Unsatisfied(
                            "No constraint is listed.", "List the hard constraints, or say why there are none.")
                    : new Finding.Satisfied("None, and the reason is stated.");
        }
        return Numbered.unmet(constraints, c -> c.statement() != null)
                .<Finding>map(which ->
                        new Finding.Unsatisfied("Constraint " + which + " says nothing.", "State it, or remove it."))
                .orElseGet(() -> new Finding.Satisfied(Numbered.count(constraints, "constraint") + " listed."));
    }
}
