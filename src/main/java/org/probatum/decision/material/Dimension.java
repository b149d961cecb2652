package org.probatum.decision.material;

/** The four dimensions every option is weighed on; each is also a competence a reviewer can hold. */
public enum Dimension {
    SECURITY,
    PERFORMANCE,
    OPERABILITY,
    MAINTAINABILITY
}
