package org.probatum.risk;

import org.jspecify.annotations.Nullable;

/**
 * A threshold crossed: of what, which threshold, what was measured, by how much, and whom that reaches first.
 *
 * @param subject names the thing within the decision: a gate and its round, a risk, a follow-up
 * @param title the same in words
 * @param excess how many units beyond the threshold
 * @param person somebody named at the first level; null when anybody there may answer
 */
public record Crossing(
        String subject,
        String title,
        String threshold,
        String measured,
        int excess,
        String unit,
        EscalationLevel level,
        @Nullable Long person) {

    /** By how much: "3 points". */
    public String by() {
        return excess + " " + (excess == 1 && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit);
    }
}
