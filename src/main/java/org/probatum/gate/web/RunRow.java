package org.probatum.gate.web;

import java.util.List;
import org.probatum.decision.material.Material;
import org.probatum.decision.material.Option;
import org.probatum.evidence.Completeness;
import org.probatum.evidence.Run;
import org.probatum.evidence.lineage.Disturbances.Disturbance;

/** A run as a page lists it: who cites it, what it measured, and what would keep it from being re-run. */
record RunRow(Run run, List<String> citedBy, List<Completeness.Gap> gaps, List<String> disturbed) {
    static List<RunRow> of(Material material, List<Run> attached, List<Disturbance> disturbances) {
        return attached.stream()
                .map(run -> new RunRow(
                        run,
                        material.choice().options().stream()
                                .filter(option -> option.runs().contains(run.reference()))
                                .map(Option::id)
                                .toList(),
                        Completeness.of(run.manifest()).gaps(),
                        disturbances.stream()
                                .filter(one -> one.run() == run.id())
                                .map(Disturbance::what)
                                .toList()))
                .toList();
    }

    public String digest() {
        return run.digest().substring("sha256:".length(), "sha256:".length() + 8);
    }
}
