package org.probatum.decision;

/** How much is at stake, least first; it sets who reviews and how long they have. */
public enum Tier {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
