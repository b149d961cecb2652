package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import org.probatum.decision.Gate;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;
import org.probatum.risk.Acceptance;

/** Many small accepted risks add up. */
@Singleton
class RisksWithinAppetite implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "risk.within-appetite",
                "The team's accepted residual risk stays within its appetite",
                Gate.TRADE_OFFS,
                70,
                false);
    }

    @Override
    public Finding judge(Case laid) {

        int here = laid.material().risks().stream()
                .flatMap(risk -> laid.acceptances().stream()
                        .filter(a -> a.covers(laid.decision(), risk, laid.today()))
                        .reduce((earlier, later) -> later)
                        .stream())
                .mapToInt(Acceptance::points)
                .sum();
        if (here == 0) {
            return new Finding.NotApplicable("Nothing is accepted on this decision.");
        }
        int sum = here + laid.borneElsewhere();
        int appetite = laid.team().appetite();
        if (sum > appetite && sum - appetite <= laid.excessAccepted()) {
            return new Finding.Satisfied(
                    sum + " points accepted by the team; the excess over " + appetite + " is accepted too.");
        }
        return sum <= appetite
                ? new Finding.Satisfied(sum + " of " + appetite + " points accepted by the team.")
                : new Finding.Unsatisfied(
                        "With this the team would bear " + sum + " points of accepted risk; its appetite is " + appetite
                                + ".",
                        "Mitigate here or elsewhere, let an acceptance lapse, or have a risk owner accept the excess.");
    }
}
