package org.probatum.evidence.tracker;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** The kinds of trackers there are. */
@Singleton
public class TrackerReaders {
    private final Map<String, TrackerReader> byKind;

    TrackerReaders(@All List<TrackerReader> all) {
        this.byKind = all.stream().collect(Collectors.toMap(TrackerReader::kind, Function.identity()));
    }

    /** The one that a tracker needs. */
    public TrackerReader of(Target at) {
        return of(at.kind());
    }

    /** The one for a kind. */
    public TrackerReader of(String kind) {
        TrackerReader found = byKind.get(kind);
        if (found == null) {
            throw Problem.invalid(List.of(Violation.at(
                    "/kind", "there is no kind \"" + kind + "\"", "one of " + String.join(", ", byKind.keySet()))));
        }
        return found;
    }
}
