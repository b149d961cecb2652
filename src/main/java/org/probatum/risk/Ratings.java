package org.probatum.risk;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Impact;
import org.probatum.decision.material.Likelihood;
import org.probatum.decision.material.Risk;

/** Rates risks: the one place that says how grave a likelihood and an impact are together. */
@Singleton
public class Ratings {
    /** The rating of one likelihood and impact. */
    public Rating of(Likelihood likelihood, Impact impact) {
        int points = (likelihood.ordinal() + 1) * (impact.ordinal() + 1);
        Level level = points <= 4 ? Level.LOW : points <= 9 ? Level.MEDIUM : points <= 14 ? Level.HIGH : Level.CRITICAL;
        return new Rating(level, points);
    }

    /** What is left after mitigation, once both are stated. */
    public Optional<Rating> residual(Risk risk) {
        return rate(risk.residualLikelihood(), risk.residualImpact());
    }

    /** What there was before mitigation, once both are stated. */
    public Optional<Rating> inherent(Risk risk) {
        return rate(risk.likelihood(), risk.impact());
    }

    private Optional<Rating> rate(@Nullable Likelihood likelihood, @Nullable Impact impact) {
        return likelihood == null || impact == null ? Optional.empty() : Optional.of(of(likelihood, impact));
    }
}
