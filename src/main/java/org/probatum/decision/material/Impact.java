package org.probatum.decision.material;

/** How much a risk costs when it strikes, least first. */
public enum Impact {
    NEGLIGIBLE,
    MINOR,
    MODERATE,
    MAJOR,
    SEVERE
}
