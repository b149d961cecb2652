package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import org.probatum.decision.Gate;
import org.probatum.evidence.TrackingPlan;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** What every run must record is known before the first one starts. */
@Singleton
class TrackingPlanned implements Requirement {
    @Override
    public Question asks() {
        return new Question("scope.tracking-plan", "A tracking schema and logging plan exist", Gate.SCOPE, 60, true);
    }

    @Override
    public Finding judge(Case laid) {

        TrackingPlan plan = TrackingPlan.of(laid.decision().profile().category());
        return new Finding.Satisfied("The plan for " + laid.decision().profile().category() + " asks "
                + plan.entries().size() + " fields of every run.");
    }
}
