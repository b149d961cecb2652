package org.probatum.decision.material;

/** How likely a risk is to strike, least first. */
public enum Likelihood {
    RARE,
    UNLIKELY,
    POSSIBLE,
    LIKELY,
    CERTAIN
}
