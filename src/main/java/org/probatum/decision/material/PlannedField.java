package org.probatum.decision.material;

import org.jspecify.annotations.Nullable;

/**
 * One line of a decision's logging plan: whether every run records the field, who or what captures it, when, where that is
 * stored, and what it is good for.
 *
 * @param field {@code data.sha256}, or one of the team's own: {@code metrics.recall}, {@code artifacts.confusion-matrix}
 * @param required null reads as required
 */
public record PlannedField(
        String field,
        @Nullable Boolean required,
        @Nullable String capturedBy,
        @Nullable String when,
        @Nullable String storedIn,
        @Nullable String why) {
    /** It says everything about its field. */
    public boolean tells() {
        return capturedBy != null && when != null && storedIn != null && why != null;
    }
}
