package org.probatum.people;

/** The four dimensions of a trade-off, as something a person is competent to judge. */
public enum Competence {
    SECURITY,
    PERFORMANCE,
    OPERABILITY,
    MAINTAINABILITY
}
