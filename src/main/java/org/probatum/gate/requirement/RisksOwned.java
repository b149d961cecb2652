package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.List;
import org.probatum.decision.Gate;
import org.probatum.decision.material.Risk;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** A risk nobody owns is everybody else's. */
@Singleton
class RisksOwned implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "risk.owned",
                "Every residual risk has an owner, a due date and a verification step",
                Gate.TRADE_OFFS,
                50,
                false);
    }

    @Override
    public Finding judge(Case laid) {
        List<Risk> risks = laid.material().risks();
        if (risks.isEmpty()) {
            return new Finding.Unsatisfied(
                    "No risk is stated.", "State what may go wrong, even if what is left of it is small.");
        }
        return Numbered.unmet(risks, RisksOwned::isOwned)
                .<Finding>map(which -> new Finding.Unsatisfied(
                        "Risk " + which + " is not fully owned.",
                        "Give it a rating before and after mitigation, an owner, a due date and a verification step."))
                .orElseGet(() -> new Finding.Satisfied(Numbered.count(risks, "risk") + ", each owned and due."));
    }

    private static boolean isOwned(Risk risk) {
        return risk.title() != null
                && risk.owner() != null
                && risk.due() != null
                && risk.verification() != null
                && risk.likelihood() != null
                && risk.impact() != null
                && risk.residualLikelihood() != null
                && risk.residualImpact() != null;
    }
}
