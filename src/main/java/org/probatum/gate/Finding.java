package org.probatum.gate;

/** What a requirement finds, as data: its state, because of what, and when unmet what would satisfy it. */
public sealed interface Finding {
    /** Why the state is what it is, in a sentence. */
    String because();

    /** Met. */
    record Satisfied(String because) implements Finding {}

    /** Not met, and what would do. */
    record Unsatisfied(String because, String remedy) implements Finding {}

    /** Not met, and somebody entitled to has let it pass until a day. */
    record Waived(String because) implements Finding {}

    /** Nothing to ask of this decision. */
    record NotApplicable(String because) implements Finding {}

    /** It could not be told; counts as not met. */
    record Undetermined(String because, String remedy) implements Finding {}

    /** The state's name, as reports carry it. */
    default String state() {
        if (this instanceof Satisfied) {
            return "satisfied";
        } else if (this instanceof Waived) {
            return "waived";
        } else if (this instanceof NotApplicable) {
            return "not applicable";
        }
        return this instanceof Unsatisfied ? "unsatisfied" : "error";
    }

    /** Does not stand in the way. */
    default boolean passes() {
        return !(this instanceof Unsatisfied || this instanceof Undetermined);
    }

    /** What would satisfy it; empty when nothing is missing. */
    default String wouldSatisfy() {
        if (this instanceof Unsatisfied unmet) {
            return unmet.remedy();
        }
        return this instanceof Undetermined untold ? untold.remedy() : "";
    }
}
