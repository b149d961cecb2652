package org.probatum.decision;

/** Whether a published decision still holds. */
public sealed interface ValidityEvent extends DecisionEvent {
    record Questioned(String cause, String reason) implements ValidityEvent {
        @Override
        public String summary() {
            return "questioned the decision: " + reason;
        }
    }

    record Reaffirmed(String reason) implements ValidityEvent {
        @Override
        public String summary() {
            return "reaffirmed the decision: " + reason;
        }
    }

    record Revoked(String reason) implements ValidityEvent {
        @Override
        public String summary() {
            return "revoked the decision: " + reason;
        }
    }

    /** @param by the key of the decision that took its place */
    record Superseded(String by) implements ValidityEvent {
        @Override
        public String summary() {
            return "superseded the decision: " + by + " takes its place";
        }
    }
}
