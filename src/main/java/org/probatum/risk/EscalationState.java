package org.probatum.risk;

/** Where an escalation stands. */
public enum EscalationState {
    /** Waits for an answer. */
    OPEN,
    /** Answered with a no: it stands in the way until what was demanded is done or the answer is another. */
    REFUSED,
    /** Answered, and out of the way. */
    ANSWERED,
    /** Fell away without an answer: its cause is gone. */
    CLOSED;

    /** It still counts. */
    public boolean stands() {
        return this == OPEN || this == REFUSED;
    }
}
