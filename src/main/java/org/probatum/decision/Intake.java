package org.probatum.decision;

import jakarta.enterprise.context.ApplicationScoped;

/** The process's first two steps: does it belong here, and how much is at stake? */
@ApplicationScoped
public class Intake {
    private final Decisions decisions;
    private final Policy policy;

    Intake(Decisions decisions, Policy policy) {
        this.decisions = decisions;
        this.policy = policy;
    }

    /** Judges the boundary; a decision outside it learns why and where to go. */
    public boolean accepts(long decisionId) {
        Decision decision = decisions.byId(decisionId);
        Policy.Ruling ruling = decision.keep(policy.judgeIntake(decision.profile()));
        if (!ruling.accepted()) {
            decision.because(ruling.reason() + " " + ruling.whereToGo());
        }
        return ruling.accepted();
    }

    /** Sets the tier, which sets who reviews and how long they have. */
    public void setTier(long decisionId) {
        Decision decision = decisions.byId(decisionId);
        decision.set(decision.keep(policy.judgeTier(decision.profile())));
    }
}
