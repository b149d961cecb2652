package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probatum.decision.Gate;
import org.probatum.decision.material.Risk;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;
import org.probatum.risk.Level;
import org.probatum.risk.Rating;

/** Risk above the team's tolerance stands only by its owner's word. */
@Singleton
class RisksTolerated implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "risk.within-tolerance",
                "Residual risk is within the team's tolerance, or accepted by its owner",
                Gate.TRADE_OFFS,
                60,
                false);
    }

    @Override
    public Finding judge(Case laid) {
        Level tolerance = Level.valueOf(laid.team().tolerance());
        List<String> open = new ArrayList<>();
        int accepted = 0;
        for (Risk risk : laid.material().risks()) {
            Optional<Rating> rating = laid.ratings().residual(risk);
            if (rating.isPresent() && rating.get().level().compareTo(tolerance) > 0) {
                if (laid.acceptances().stream().anyMatch(a -> a.covers(laid.decision(), risk, laid.today()))) {
                    accepted++;
                } else {
                    open.add(risk.id() + " (" + rating.get().level() + ", owner " + risk.owner() + ")");
                }
            }
        }
        if (!open.isEmpty()) {
            return new Finding.Unsatisfied(
                    "Above the tolerance of " + tolerance + " and not accepted: " + Numbered.join(open) + ".",
                    "Its owner accepts it with an expiry, or it is mitigated.");
        }
        return new Finding.Satisfied(
                accepted == 0
                        ? "Every residual risk is at or below " + tolerance + "."
                        : accepted + " above " + tolerance + ", accepted by the owner.");
    }
}
