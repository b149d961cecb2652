package org.probatum.risk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Impact;
import org.probatum.decision.material.Likelihood;
import org.probatum.decision.material.Risk;

/**
 * A risk's level and points. Points are the rank of its likelihood times the rank of its impact, each from 1 to 5 (the usual
 * five by five matrix); up to 4 is low, up to 9 medium, up to 14 high, beyond is critical.
 */
public record Rating(Level level, int points) {
    /** The rating of one likelihood and impact. */
    public static Rating of(Likelihood likelihood, Impact impact) {
        int points = (likelihood.ordinal() + 1) * (impact.ordinal() + 1);
        Level level = points <= 4 ? Level.LOW : points <= 9 ? Level.MEDIUM : points <= 14 ? Level.HIGH : Level.CRITICAL;
        return new Rating(level, points);
    }

    /** What is left after mitigation, once both are stated. */
    public static Optional<Rating> residual(Risk risk) {
        return rate(risk.residualLikelihood(), risk.residualImpact());
    }

    /** What there was before mitigation, once both are stated. */
    public static Optional<Rating> inherent(Risk risk) {
        return rate(risk.likelihood(), risk.impact());
    }

    private static Optional<Rating> rate(@Nullable Likelihood likelihood, @Nullable Impact impact) {
        return likelihood == null || impact == null ? Optional.empty() : Optional.of(of(likelihood, impact));
    }
}
