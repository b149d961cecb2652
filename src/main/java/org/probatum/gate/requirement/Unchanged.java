package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.List;
import org.probatum.decision.Gate;
import org.probatum.evidence.Run;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** Criteria are as sealed, runs as they were when attached. */
@Singleton
class Unchanged implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "verification.unchanged", "Criteria are as sealed and runs as attached", Gate.VERIFICATION, 40, true);
    }

    @Override
    public Finding judge(Case laid) {

        String seal = laid.decision().criteriaSeal();
        if (seal == null || !seal.equals(laid.decision().criteriaDigest())) {
            return new Finding.Unsatisfied(
                    "The criteria differ from those sealed when the scope gate passed.",
                    "Restore the sealed criteria, or file a decision of its own with the new ones.");
        }
        List<String> changed = laid.runs().stream()
                .filter(run -> !run.isAsAttached())
                .map(Run::name)
                .toList();
        return changed.isEmpty()
                ? new Finding.Satisfied("Sealed as " + seal.substring(0, 15) + "…; "
                        + Numbered.count(laid.runs(), "run") + " as attached.")
                : new Finding.Unsatisfied(
                        "Changed since they were attached: " + Numbered.join(changed) + ".",
                        "Attach the runs anew under other names.");
    }
}
