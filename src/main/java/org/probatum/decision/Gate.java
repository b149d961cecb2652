package org.probatum.decision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The five gates, one at the end of each stage. Addresses write them in lower case with hyphens. */
public enum Gate {
    SCOPE("Scope"),
    OPTIONS("Options"),
    TRADE_OFFS("Trade-offs"),
    VERIFICATION("Verification"),
    PUBLICATION("Publication");

    private final String title;

    Gate(String title) {
        this.title = title;
    }

    /** What pages call it. */
    public String title() {
        return title;
    }

    /** What addresses call it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The gate an address names. */
    public static Optional<Gate> bySlug(String slug) {
        return Arrays.stream(values()).filter(gate -> gate.slug().equals(slug)).findFirst();
    }
}
