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
        boolean accepted = laid.material().risks().stream().anyMatch(risk -> isAccepted(laid, risk));
        Finding summed = accepted
                ? sum(laid, laid.appetites().borne(laid.team(), laid.now()))
                : new Finding.NotApplicable("Nothing is accepted on this decision.");
        return summed.passes() ? alone(laid).orElse(summed) : summed;
    }

    private static Finding sum(Case laid, int sum) {
        Team team = laid.team();
        return sum <= team.appetite()
                ? new Finding.Satisfied(sum + " of " + team.appetite() + " points accepted by the team.")
                : laid.appetites()
                        .breach(team, laid.now())
                        .map(breach -> judge(laid, breach))
                        .orElseThrow();
    }

    /** One grave risk cut into many small ones, each within tolerance, would need nobody's word. */
    private static Optional<Finding> alone(Case laid) {
        int appetite = laid.team().appetite();
        int left = laid.material().risks().stream()
                .flatMap(risk -> laid.ratings().residual(risk).stream())
                .mapToInt(Rating::points)
                .sum();
        if (laid.material().risks().size() < 2 || left <= appetite) {
            return Optional.empty();
        }
        return Optional.of(new Finding.Unsatisfied(
                "The risks of this decision alone leave " + left + " points, each small or not; the appetite of "
                        + laid.team().name() + " is " + appetite + ".",
                "Mitigate here until what is left of all its risks together is within the appetite."));
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
