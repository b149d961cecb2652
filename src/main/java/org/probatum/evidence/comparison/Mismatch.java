package org.probatum.evidence.comparison;

import org.jspecify.annotations.Nullable;

/**
 * Something in which compared runs differ.
 *
 * @param runs which of them, and what each says, as a clause
 * @param named the author's words about it; null when nobody named it
 */
public record Mismatch(Trait trait, String runs, @Nullable String named) {
    public boolean isNamed() {
        return named != null;
    }

    /** As a sentence without its stop. */
    public String words() {
        return "different " + trait.noun() + ": " + runs + (named == null ? "" : " (named: " + named + ")");
    }
}
