package org.probatum.decision.material;

/** The most sensitive data the decision touches. */
public enum DataSensitivity {
    PUBLIC,
    INTERNAL,
    PERSONAL,
    SPECIAL
}
