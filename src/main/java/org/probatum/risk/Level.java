package org.probatum.risk;

/** How grave a risk is, least first. */
public enum Level {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
