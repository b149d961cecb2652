package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.probatum.decision.Gate;
import org.probatum.decision.material.Summary;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** Somebody who was not there can read what was decided and why. */
@Singleton
class SummaryWritten implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "publication.summary", "Context, decision and consequences are written", Gate.PUBLICATION, 10, false);
    }

    @Override
    public Finding judge(Case laid) {
        Summary summary = laid.material().summary();
        List<String> missing = new ArrayList<>();
        if (summary.context() == null) {
            missing.add("the context");
        }
        if (summary.decision() == null) {
            missing.add("the decision");
        }
        if (summary.consequences() == null) {
            missing.add("the consequences");
        }
        return missing.isEmpty()
                ? new Finding.Satisfied("Context, decision and consequences are written.")
                : new Finding.Unsatisfied(
                        "Not written: " + Numbered.join(missing) + ".", "Write " + Numbered.join(missing) + ".");
    }
}
