package org.probatum.gate.web;

import java.util.List;
import org.probatum.decision.material.Material;
import org.probatum.decision.material.Option;
import org.probatum.evidence.Completeness;
import org.probatum.evidence.Run;
import org.probatum.evidence.TrackingPlan;

/** A run as a page lists it: who cites it, what would keep it from being re-run, and how much more the plan asks. */
record RunRow(Run run, List<String> citedBy, List<Completeness.Gap> gaps, int missing) {
    static List<RunRow> of(Material material, List<Run> attached, TrackingPlan plan) {
        return attached.stream()
                .map(run -> of(run, material, Completeness.of(run.manifest(), plan)))
                .toList();
    }

    private static RunRow of(Run run, Material material, Completeness completeness) {
        return new RunRow(
                run,
                material.choice().options().stream()
                        .filter(option -> option.runs().contains(run.reference()))
                        .map(Option::id)
                        .toList(),
                completeness.gaps(),
                completeness.missing().size());
    }

    public String digest() {
        return run.digest().substring("sha256:".length(), "sha256:".length() + 8);
    }
}
