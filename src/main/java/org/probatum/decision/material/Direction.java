package org.probatum.decision.material;

/** Which way of a metric is better. */
public enum Direction {
    HIGHER,
    LOWER;

    /** How a target of that direction is written. */
    public String sign() {
        return this == HIGHER ? "≥" : "≤";
    }
}
