package org.probatum.gate;

import java.util.ArrayList;
import java.util.List;
import org.probatum.evidence.Completeness;
import org.probatum.evidence.Measurements;
import org.probatum.evidence.Run;

/**
 * What the cited runs do not record, run by run: what keeps them from being re-run, and what the logging plan asks besides.
 *
 * @param fields how many in all
 */
public record CitedMetadata(List<Run> cited, List<String> blocking, List<String> unplanned, int fields) {
    public static CitedMetadata of(Case laid) {
        List<Run> cited = laid.material().choice().options().stream()
                .flatMap(option -> Measurements.citedBy(option, laid.runs()).stream())
                .distinct()
                .toList();
        List<String> blocking = new ArrayList<>();
        List<String> unplanned = new ArrayList<>();
        int fields = 0;
        for (Run run : cited) {
            Completeness found = Completeness.of(run.manifest(), laid.plan());
            if (!found.gaps().isEmpty()) {
                blocking.add(run.name() + " (" + Completeness.words(found.gaps()) + ")");
            }
            if (!found.missing().isEmpty()) {
                unplanned.add(run.name() + " (" + Completeness.words(found.missing()) + ")");
            }
            fields += found.gaps().size() + found.missing().size();
        }
        return new CitedMetadata(cited, List.copyOf(blocking), List.copyOf(unplanned), fields);
    }

    /** There are runs, and none lacks anything. */
    public boolean isComplete() {
        return !cited.isEmpty() && fields == 0;
    }

    /** What is missing, in sentences; empty when nothing is. */
    public String words() {
        return cited.isEmpty()
                ? "No attached run is cited."
                : (lacking("Fields that block a rerun are missing: ", blocking)
                                + lacking("Fields that the logging plan requires are missing: ", unplanned))
                        .strip();
    }

    private static String lacking(String what, List<String> runs) {
        return runs.isEmpty() ? "" : what + joined(runs) + ". ";
    }

    private static String joined(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
