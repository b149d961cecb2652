package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.probatum.decision.Gate;
import org.probatum.decision.material.Risk;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;
import org.probatum.people.Team;
import org.probatum.risk.Appetite;
import org.probatum.risk.Rating;

/** Many small risks add up: those the team has accepted, and those one decision would leave without anybody's word. */
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
        Team team = laid.team();
        int left = laid.material().risks().stream()
                .flatMap(risk -> laid.ratings().residual(risk).stream())
                .mapToInt(Rating::points)
                .sum();
        if (laid.material().risks().size() > 1 && left > team.appetite()) {
            return new Finding.Unsatisfied(
                    "The risks of this decision alone leave " + left + " points, each small or not; the appetite of "
                            + team.name() + " is " + team.appetite() + ".",
                    "Mitigate here until what is left of all its risks together is within the appetite.");
        }
        if (laid.material().risks().stream().noneMatch(risk -> isAccepted(laid, risk))) {
            return new Finding.NotApplicable("Nothing is accepted on this decision.");
        }
        int sum = laid.appetites().borne(team, laid.now());
        return sum <= team.appetite()
                ? new Finding.Satisfied(sum + " of " + team.appetite() + " points accepted by the team.")
                : laid.appetites()
                        .breach(team, laid.now())
                        .map(breach -> judge(laid, breach))
                        .orElseThrow();
    }

    private static Finding judge(Case laid, Appetite.Breach breach) {
        if (laid.appetites().isAccepted(laid.team(), breach)) {
            return new Finding.Satisfied("The team bears " + breach.sum() + " points of accepted risk, "
                    + breach.excess() + " above its appetite of " + breach.appetite() + "; that excess is accepted.");
        }
        String crossed = Optional.ofNullable(breach.crossing())
                .map(span -> " It was crossed by the acceptance of " + span.risk() + " on " + span.decision() + " ("
                        + span.points() + " points).")
                .orElse("");
        return new Finding.Unsatisfied(
                "With this the team would bear " + breach.sum() + " points of accepted risk; its appetite is "
                        + breach.appetite() + "." + crossed,
                "Mitigate here or elsewhere, or let an acceptance lapse.");
    }

    private static boolean isAccepted(Case laid, Risk risk) {
        return laid.acceptances().stream().anyMatch(a -> a.covers(laid.decision(), risk, laid.today()));
    }
}
