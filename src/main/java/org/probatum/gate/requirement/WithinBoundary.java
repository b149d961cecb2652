package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.Objects;
import org.probatum.decision.Gate;
import org.probatum.decision.Policy;
import org.probatum.decision.Profile;
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

        Profile profile = laid.decision().profile();
        Policy.Ruling ruling = laid.policy()
                .intake(
                        profile.category(),
                        Objects.requireNonNull(profile.subject()),
                        Objects.requireNonNull(profile.tags()));
        return ruling.accepted()
                ? new Finding.Satisfied(ruling.reason())
                : new Finding.Unsatisfied(ruling.reason(), ruling.whereToGo());
    }
}
