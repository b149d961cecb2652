package org.probatum.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** How many escalations wait on a decision, kept on its row so that whoever finds none asks no further. */
@Embeddable
public class Escalated {
    @Column(name = "open_escalations", nullable = false)
    int open;

    @Column(name = "blocking_escalations", nullable = false)
    int blocking;

    /** One more. */
    public void raised(boolean blocks) {
        open++;
        blocking += blocks ? 1 : 0;
    }

    /** One fewer. */
    public void ended(boolean blocked) {
        open--;
        blocking -= blocked ? 1 : 0;
    }

    /** How many wait for an answer or for what was demanded. */
    public int open() {
        return open;
    }

    /** How many of them stand in the way of the gate. */
    public int blocking() {
        return blocking;
    }
}
