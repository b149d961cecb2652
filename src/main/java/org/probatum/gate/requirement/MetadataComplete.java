package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import org.probatum.decision.Gate;
import org.probatum.gate.Case;
import org.probatum.gate.CitedMetadata;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** A run that does not say how it came about cannot be re-run. */
@Singleton
class MetadataComplete implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "verification.metadata", "Every cited run meets the tracking schema", Gate.VERIFICATION, 10, true);
    }

    @Override
    public Finding judge(Case laid) {
        CitedMetadata found = CitedMetadata.of(laid);
        if (found.cited().isEmpty()) {
            return new Finding.Unsatisfied(found.words(), "Attach the runs and cite them at their options.");
        }
        return found.isComplete()
                ? new Finding.Satisfied(Numbered.count(found.cited(), "run") + " cited, each complete by the plan: "
                        + Numbered.count(laid.plan().required(), "field") + " required.")
                : new Finding.Unsatisfied(
                        found.words(),
                        "Attach corrected runs that record them, and cite those; each run's page shows the lines that capture them.");
    }
}
