package org.probatum.decision.material;

/** How the decision reaches production. */
public enum ProductionImpact {
    NONE,
    INDIRECT,
    DIRECT
}
