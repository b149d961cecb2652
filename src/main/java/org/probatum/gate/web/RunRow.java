package org.probatum.gate.web;

import java.util.List;
import org.probatum.decision.material.Material;
import org.probatum.decision.material.Option;
import org.probatum.evidence.Completeness;
import org.probatum.evidence.Run;
import org.probatum.evidence.TrackingPlan;
import org.probatum.evidence.lineage.Disturbances.Disturbance;

/**
 * A run as a page lists it: who cites it, what would keep it from being re-run, how much more the plan asks, and what it rests
 * on that is not what it was.
 */
record RunRow(Run run, List<String> citedBy, List<Completeness.Gap> gaps, int missing, List<String> disturbed) {
    static List<RunRow> of(Material material, List<Run> attached, TrackingPlan plan, List<Disturbance> disturbances) {
        return attached.stream()
                .map(run -> of(run, material, Completeness.of(run.manifest(), plan), disturbances))
                .toList();
    }

    private static RunRow of(Run run, Material material, Completeness completeness, List<Disturbance> disturbances) {
        return new RunRow(
                run,
                material.choice().options().stream()
                        .filter(option -> option.runs().contains(run.reference()))
                        .map(Option::id)
                        .toList(),
                completeness.gaps(),
                completeness.missing().size(),
                disturbances.stream()
                        .filter(one -> one.run() == run.id())
                        .map(Disturbance::what)
                        .toList());
    }

    public String digest() {
        return run.digest().substring("sha256:".length(), "sha256:".length() + 8);
    }
}
