package org.probatum.gate;

/** What a reviewer says. */
public enum Vote {
    APPROVE,
    REQUEST_CHANGES,
    REJECT
}
