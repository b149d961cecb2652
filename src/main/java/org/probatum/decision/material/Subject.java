package org.probatum.decision.material;

/** What a decision is about at heart; only the first lies within the boundary. */
public enum Subject {
    MACHINE_LEARNING,
    API_LIFECYCLE,
    INFRASTRUCTURE,
    DATABASE_ADMINISTRATION
}
