package org.probatum.decision.material;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one option fares on one dimension, from 1 (poor) to 4 (good), who said so, for which absent person, and whether they
 * were competent and had no hand in the material.
 */
public record TradeOff(
        String option,
        Dimension dimension,
        @Nullable Integer rating,
        @Nullable String reason,
        List<String> evidence,
        @Nullable String assessedBy,
        @Nullable Boolean competent,
        @Nullable String onBehalfOf) {
    public TradeOff {
        evidence = Parts.listOf(evidence);
    }

    /** The same assessment as somebody's own proposal. */
    public TradeOff proposedBy(String author) {
        return new TradeOff(option, dimension, rating, reason, evidence, author, false, null);
    }

    /** The same assessment with no competent word left in it. */
    TradeOff unjudged() {
        return new TradeOff(option, dimension, rating, reason, evidence, assessedBy, false, onBehalfOf);
    }

    /** Somebody said it, or had it said for them. */
    boolean isWordOf(String username) {
        return username.equals(assessedBy) || username.equals(onBehalfOf);
    }

    /** The assessment is of this option and dimension. */
    public boolean isOf(String ofOption, Dimension ofDimension) {
        return option.equals(ofOption) && dimension == ofDimension;
    }
}
