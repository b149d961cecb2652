package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.probatum.decision.Gate;
import org.probatum.evidence.Run;
import org.probatum.evidence.lineage.Citations;
import org.probatum.evidence.lineage.Disturbances.Disturbance;
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
        Optional<Finding> disturbed = disturbed(laid);
        if (changed.isEmpty() && disturbed.isPresent()) {
            return disturbed.get();
        }
        return changed.isEmpty()
                ? new Finding.Satisfied("Sealed as " + seal.substring(0, 15) + "…; "
                        + Numbered.count(laid.runs(), "run") + " as attached.")
                : new Finding.Unsatisfied(
                        "Changed since they were attached: " + Numbered.join(changed) + ".",
                        "Attach the runs anew under other names.");
    }

    /** What a cited run rests on was recalled, or its tracker says otherwise, and nobody has let that stand. */
    private static Optional<Finding> disturbed(Case laid) {
        if (laid.runs().isEmpty() || laid.disturbances().isEmpty()) {
            return Optional.empty();
        }
        Set<String> cited = Citations.of(laid.material()).runs();
        List<String> standing = laid.disturbances().stream()
                .filter(one -> cited.contains(one.reference()))
                .map(Disturbance::words)
                .toList();
        return standing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding.Unsatisfied(
                        "Cited evidence is not what it was: " + String.join("; ", standing) + ".",
                        "Cite another run that does not rest on it, or have a risk owner accept it until a day by answering"
                                + " the escalation."));
    }
}
