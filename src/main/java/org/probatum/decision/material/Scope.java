package org.probatum.decision.material;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be achieved, within which limits, under which assumptions and by which criteria it will be decided. Without hard constraints the reason is stated. */
public record Scope(
        List<Outcome> outcomes,
        List<Constraint> constraints,
        @Nullable String noConstraintsReason,
        List<Assumption> assumptions,
        List<Criterion> criteria) {
    public Scope {
        outcomes = Parts.listOf(outcomes);
        constraints = Parts.listOf(constraints);
        assumptions = Parts.listOf(assumptions);
        criteria = Parts.listOf(criteria);
    }

    /** Nothing said yet. */
    public static final Scope EMPTY = new Scope(List.of(), List.of(), null, List.of(), List.of());
}
