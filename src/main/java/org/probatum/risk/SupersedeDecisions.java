package org.probatum.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.probatum.decision.Decision;
import org.probatum.decision.Decisions;
import org.probatum.decision.JudgeValidity;

/** A published decision takes the place of those that it names: they hold no more from the moment it is published. */
@ApplicationScoped
public class SupersedeDecisions {
    private final Decisions decisions;
    private final Dues dues;
    private final JudgeValidity validity;

    SupersedeDecisions(Decisions decisions, Dues dues, JudgeValidity validity) {
        this.decisions = decisions;
        this.dues = dues;
        this.validity = validity;
    }

    /** In the transaction of its publication, which is undone when another took a place first. */
    public void by(Decision newer) {
        List<String> named = newer.material().summary().superseded();
        if (named.isEmpty()) {
            return;
        }
        for (Decision older : decisions.lockedByKeys(named)) {
            validity.supersede(older, newer.key());
            dues.end(older, null, newer.key() + " takes the decision's place");
        }
    }
}
