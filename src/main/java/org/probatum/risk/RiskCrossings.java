package org.probatum.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.material.Impact;
import org.probatum.decision.material.Likelihood;
import org.probatum.decision.material.Risk;
import org.probatum.people.People;
import org.probatum.people.TeamRole;

/** Measures residual risk against the team's tolerance and appetite, and says whom a crossing reaches. */
@ApplicationScoped
class RiskCrossings {
    private final Ratings ratings;
    private final Acceptances acceptances;
    private final Appetites appetites;
    private final People people;
    private final Clock clock;

    RiskCrossings(Ratings ratings, Acceptances acceptances, Appetites appetites, People people, Clock clock) {
        this.ratings = ratings;
        this.acceptances = acceptances;
        this.appetites = appetites;
        this.people = people;
        this.clock = clock;
    }

    /** The risks above the team's tolerance, accepted or not. */
    List<Risk> above(Decision decision) {
        Level tolerance = tolerance(decision);
        return decision.material().risks().stream()
                .filter(risk -> risk.id() != null)
                .filter(risk -> ratings.residual(risk)
                        .filter(rating -> rating.level().compareTo(tolerance) > 0)
                        .isPresent())
                .toList();
    }

    /** Those of the risks that no acceptance covers today. */
    List<Risk> uncovered(Decision decision, List<Risk> above) {
        if (above.isEmpty()) {
            return List.of();
        }
        List<Acceptance> standing = acceptances.of(decision.id());
        LocalDate today = today(decision);
        return above.stream()
                .filter(risk -> standing.stream().noneMatch(a -> a.covers(decision, risk, today)))
                .toList();
    }

    /** Those of the risks that were accepted once and are covered no more: what nobody had to accept before stays so. */
    List<Risk> lapsed(Decision decision, List<Risk> above) {
        List<Risk> uncovered = uncovered(decision, above);
        if (uncovered.isEmpty()) {
            return uncovered;
        }
        List<Acceptance> given = acceptances.of(decision.id());
        return uncovered.stream()
                .filter(risk -> given.stream().anyMatch(a -> a.riskId().equals(risk.id())))
                .toList();
    }

    /** How far a risk lies above the tolerance. */
    Crossing of(Decision decision, Risk risk) {
        Level tolerance = tolerance(decision);
        int most = mostWithin(tolerance);
        Rating rating = ratings.residual(risk).orElseThrow();
        return new Crossing(
                String.valueOf(risk.id()),
                "Risk " + risk.id() + (risk.title() == null ? "" : ", " + risk.title()),
                "the team bears up to " + lower(tolerance) + ", " + most + " points, without anybody's word",
                lower(rating.level()) + ", " + rating.points() + " points",
                Math.max(0, rating.points() - most),
                "points",
                EscalationLevel.RISK_OWNER,
                owner(decision, risk));
    }

    /** How far the team's accepted risk exceeds its appetite with this decision; empty while it does not. */
    Optional<Crossing> ofAppetite(Decision decision) {
        LocalDate today = today(decision);
        List<Acceptance> here = acceptances.of(decision.id());
        boolean accepted = decision.material().risks().stream()
                .anyMatch(risk -> here.stream().anyMatch(a -> a.covers(decision, risk, today)));
        return accepted
                ? appetites
                        .breach(decision.team(), clock.instant())
                        .filter(breach -> !appetites.isAccepted(decision.team(), breach))
                        .map(RiskCrossings::beyond)
                : Optional.empty();
    }

    private static Crossing beyond(Appetite.Breach breach) {
        return new Crossing(
                "appetite",
                "Accepted risk beyond the team's appetite",
                "the team's appetite is " + breach.appetite() + " points of accepted risk",
                breach.sum() + " points",
                breach.excess(),
                "points",
                EscalationLevel.RISK_OWNER,
                null);
    }

    LocalDate today(Decision decision) {
        return LocalDate.ofInstant(clock.instant(), decision.team().zone());
    }

    /** The risk's owner, when that is a risk owner of the team with no hand in the material; otherwise any of those. */
    private @Nullable Long owner(Decision decision, Risk risk) {
        String owner = risk.owner();
        return owner == null
                ? null
                : people.membersOf(decision.teamId()).stream()
                        .filter(m -> m.person().username().equals(owner)
                                && m.roles().contains(TeamRole.RISK_OWNER)
                                && !decision.barred().contains(m.person().id()))
                        .map(m -> m.person().id())
                        .findFirst()
                        .orElse(null);
    }

    private int mostWithin(Level tolerance) {
        int most = 0;
        for (Likelihood likelihood : Likelihood.values()) {
            for (Impact impact : Impact.values()) {
                Rating rating = ratings.of(likelihood, impact);
                if (rating.level().compareTo(tolerance) <= 0) {
                    most = Math.max(most, rating.points());
                }
            }
        }
        return most;
    }

    private static Level tolerance(Decision decision) {
        return Level.valueOf(decision.team().tolerance());
    }

    private static String lower(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
