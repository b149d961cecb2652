package org.probatum.decision.material;

import java.util.List;
import java.util.stream.Stream;
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

    /** One constraint more. */
    public Scope with(Constraint more) {
        return new Scope(
                outcomes,
                Stream.concat(constraints.stream(), Stream.of(more)).toList(),
                noConstraintsReason,
                assumptions,
                criteria);
    }

    /** One assumption more. */
    public Scope with(Assumption more) {
        return new Scope(
                outcomes,
                constraints,
                noConstraintsReason,
                Stream.concat(assumptions.stream(), Stream.of(more)).toList(),
                criteria);
    }

    /** Decided by other criteria. */
    public Scope deciding(List<Criterion> others) {
        return new Scope(outcomes, constraints, noConstraintsReason, assumptions, others);
    }

    /** Nothing said yet. */
    public static final Scope EMPTY = new Scope(List.of(), List.of(), null, List.of(), List.of());
}
