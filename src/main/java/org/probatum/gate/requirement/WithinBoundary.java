package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import org.probatum.decision.Gate;
import org.probatum.decision.Policy;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** Only decisions about machine learning are decided here. */
@Singleton
class WithinBoundary implements Requirement {
    @Override
    public Question asks() {
        return new Question("scope.boundary", "Within the boundary", Gate.SCOPE, 10, false);
    }

    @Override
    public Finding judge(Case laid) {
        Policy.Ruling ruling = laid.policy().intake(laid.decision().profile());
        return ruling.accepted()
                ? new Finding.Satisfied(ruling.reason())
                : new Finding.Unsatisfied(ruling.reason(), ruling.whereToGo());
    }
}
