package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.probatum.decision.Gate;
import org.probatum.evidence.Completeness;
import org.probatum.evidence.Measurements;
import org.probatum.evidence.Run;
import org.probatum.evidence.TrackingPlan;
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
        TrackingPlan plan = laid.plan();
        List<String> blocked = new ArrayList<>();
        List<String> unplanned = new ArrayList<>();
        for (Run run : cited) {
            Completeness found = Completeness.of(run.manifest(), plan);
            if (!found.gaps().isEmpty()) {
                blocked.add(run.name() + " (" + Completeness.words(found.gaps()) + ")");
            }
            if (!found.missing().isEmpty()) {
                unplanned.add(run.name() + " (" + Completeness.words(found.missing()) + ")");
            }
        }
        if (blocked.isEmpty() && unplanned.isEmpty()) {
            return new Finding.Satisfied(Numbered.count(cited, "run") + " cited, each complete by the plan: "
                    + Numbered.count(plan.required(), "field") + " required.");
        }
        return new Finding.Unsatisfied(
                (lacking("Fields that block a rerun are missing: ", blocked)
                                + lacking("Fields that the logging plan requires are missing: ", unplanned))
                        .strip(),
                "Attach corrected runs that record them, and cite those; each run's page shows the lines that capture them.");
    }

    private static String lacking(String what, List<String> runs) {
        return runs.isEmpty() ? "" : what + Numbered.join(runs) + ". ";
    }
}
