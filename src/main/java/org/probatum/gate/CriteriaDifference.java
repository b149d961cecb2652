package org.probatum.gate;

import java.util.List;
import java.util.Map;
import org.probatum.decision.deviation.Deviation;
import org.probatum.gate.difference.Change;
import org.probatum.gate.difference.Difference;
import org.probatum.shared.Json;

/** What a deviation changed, place by place. */
public final class CriteriaDifference {
    private CriteriaDifference() {}

    /** The places where the criteria read otherwise. */
    public static List<Change> of(Deviation deviation) {
        return Difference.between(
                Map.of("scope", Json.MAPPER.valueToTree(Map.of("criteria", deviation.before()))),
                Map.of("scope", Json.MAPPER.valueToTree(Map.of("criteria", deviation.after()))),
                name -> name);
    }
}
