package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.List;
import org.probatum.decision.Gate;
import org.probatum.evidence.Completeness;
import org.probatum.evidence.Measurements;
import org.probatum.evidence.Run;
import org.probatum.gate.Case;
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

        List<Run> cited = laid.material().choice().options().stream()
                .flatMap(option -> Measurements.citedBy(option, laid.runs()).stream())
                .distinct()
                .toList();
        if (cited.isEmpty()) {
            return new Finding.Unsatisfied(
                    "No attached run is cited.", "Attach the runs and cite them at their options.");
        }
        List<String> gaps = cited.stream()
                .filter(run -> !Completeness.of(run.manifest()).isComplete())
                .map(run -> run.name() + " (" + Completeness.of(run.manifest()).words() + ")")
                .toList();
        return gaps.isEmpty()
                ? new Finding.Satisfied(Numbered.count(cited, "run") + " cited, each complete.")
                : new Finding.Unsatisfied(
                        "Fields that block a rerun are missing: " + Numbered.join(gaps) + ".",
                        "Attach corrected runs that record them, and cite those.");
    }
}
