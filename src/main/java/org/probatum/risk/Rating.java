package org.probatum.risk;

import org.probatum.decision.Policy;

/** A risk's level and points, from its likelihood and its impact: the table {@code RiskRating} says how. */
public record Rating(Level level, int points) {
    /** The rating that a policy's grade stands for. */
    public static Rating of(Policy.Grade grade) {
        return new Rating(Level.valueOf(grade.level()), grade.points());
    }
}
