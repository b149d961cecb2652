package org.probatum.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Gives an open gate until a later moment. Who may, how often and how long is for the caller to know. */
@ApplicationScoped
public class ExtendGate {
    public void until(Decision decision, Instant due) {
        if (!decision.inReview()) {
            throw new IllegalStateException("no gate of " + decision.key() + " is open");
        }
        decision.standing.extend(due);
    }
}
