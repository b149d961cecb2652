package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import org.probatum.decision.Gate;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Reproduction;
import org.probatum.gate.Requirement;

/** Reproduced, or stopped. Nobody waives it; judged where {@link org.probatum.rerun.RerunDuty} says so. */
@Singleton
class Reproduced implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "verification.reproduced", "Every decisive run is reproduced", Gate.VERIFICATION, 20, false);
    }

    @Override
    public Finding judge(Case laid) {
        return laid.requiresReruns()
                ? Reproduction.judge(laid)
                : new Finding.NotApplicable(
                        "Reruns are switched off here (probatum.reruns.required): nobody says of any run that it can be repeated.");
    }
}
