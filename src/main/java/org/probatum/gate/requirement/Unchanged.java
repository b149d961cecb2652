package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.probatum.decision.Gate;
import org.probatum.decision.deviation.CriteriaHistory;
import org.probatum.decision.deviation.Deviation;
import org.probatum.evidence.Run;
import org.probatum.evidence.lineage.Citations;
import org.probatum.evidence.lineage.Disturbances.Disturbance;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** Criteria are as sealed, or each deviation is explained and approved; runs are as they were when attached. */
@Singleton
class Unchanged implements Requirement {
    private static final String DIFFER = "The criteria differ from those sealed";

    @Override
    public Question asks() {
        return new Question(
                "verification.unchanged", "Criteria are as sealed and runs as attached", Gate.VERIFICATION, 40, true);
    }

    @Override
    public Finding judge(Case laid) {
        return criteria(laid)
                .or(() -> runs(laid))
                .<Finding>map(found -> found)
                .orElseGet(() -> new Finding.Satisfied(
                        sealed(laid) + "; " + Numbered.count(laid.runs(), "run") + " as attached."));
    }

    /** What is wrong with the criteria; empty when nothing is. */
    private static Optional<Finding.Unsatisfied> criteria(Case laid) {
        if (laid.decision().criteriaSeal() == null) {
            return Optional.of(new Finding.Unsatisfied(
                    DIFFER + " when the scope gate passed: it has not passed.",
                    "Pass the scope gate; it seals the criteria."));
        }
        CriteriaHistory history = laid.criteria();
        List<Deviation> unsettled = history.unsettled(laid.decision());
        if (!unsettled.isEmpty()) {
            return Optional.of(
                    new Finding.Unsatisfied(
                            DIFFER + ": "
                                    + Numbered.join(unsettled.stream()
                                            .map(one -> "deviation " + one.number() + " is "
                                                    + one.state(laid.decision().barred())
                                                            .words())
                                            .toList())
                                    + ".",
                            "Explain each deviation and have somebody who may waive here approve it, or change the criteria back."));
        }
        return history.explains(laid.decision())
                ? Optional.empty()
                : Optional.of(new Finding.Unsatisfied(
                        DIFFER + ", and no change on record explains how.",
                        "Restore the sealed criteria, or file a decision of its own with the new ones."));
    }

    /** What is wrong with the runs; empty when nothing is. */
    private static Optional<Finding.Unsatisfied> runs(Case laid) {
        List<String> changed = laid.runs().stream()
                .filter(run -> !run.isAsAttached())
                .map(Run::name)
                .toList();
        return changed.isEmpty()
                ? disturbed(laid)
                : Optional.of(new Finding.Unsatisfied(
                        "Changed since they were attached: " + Numbered.join(changed) + ".",
                        "Attach the runs anew under other names."));
    }

    private static String sealed(Case laid) {
        List<Deviation> approved = laid.criteria().deviations().stream()
                .filter(one -> !one.undone())
                .toList();
        String seal = String.valueOf(laid.decision().criteriaSeal()).substring(0, 15) + "…";
        return "Sealed as " + seal
                + (approved.isEmpty()
                        ? ""
                        : ", with " + Numbered.count(approved, "deviation") + " explained and approved");
    }

    /** What a cited run rests on was recalled, or its tracker says otherwise, and nobody has let that stand. */
    private static Optional<Finding.Unsatisfied> disturbed(Case laid) {
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
