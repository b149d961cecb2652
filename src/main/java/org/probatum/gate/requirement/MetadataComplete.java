package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
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
        List<String> blocked = lacking(cited, run -> Completeness.of(run.manifest()));
        List<String> unplanned = lacking(
                cited,
                run -> new Completeness(
                        List.of(), Completeness.of(run.manifest(), plan).missing(), List.of()));
        if (blocked.isEmpty() && unplanned.isEmpty()) {
            return new Finding.Satisfied(Numbered.count(cited, "run") + " cited, each complete by the plan: "
                    + Numbered.count(plan.required(), "field") + " required.");
        }
        return new Finding.Unsatisfied(
                (blocked.isEmpty() ? "" : "Fields that block a rerun are missing: " + Numbered.join(blocked) + ". ")
                        + (unplanned.isEmpty()
                                ? ""
                                : "Fields that the logging plan requires are missing: " + Numbered.join(unplanned)
                                        + "."),
                "Attach corrected runs that record them, and cite those; each run's page shows the lines that capture them.");
    }

    private static List<String> lacking(List<Run> cited, Function<Run, Completeness> report) {
        return cited.stream()
                .filter(run -> !report.apply(run).meetsPlan())
                .map(run -> run.name() + " (" + report.apply(run).words() + ")")
                .toList();
    }
}
