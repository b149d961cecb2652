package org.probatum.decision;

/** How much a requirement binds, most first: it must be met, it is only shown, or it is not asked at all. */
public enum Binding {
    REQUIRED,
    ADVISORY,
    OFF
}
