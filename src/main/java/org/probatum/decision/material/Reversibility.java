package org.probatum.decision.material;

/** How hard it is to go back. */
public enum Reversibility {
    EASY,
    HARD,
    IRREVERSIBLE
}
