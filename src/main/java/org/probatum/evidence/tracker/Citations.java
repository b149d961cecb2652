package org.probatum.evidence.tracker;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probatum.decision.material.Claim;
import org.probatum.decision.material.Material;
import org.probatum.decision.material.Option;
import org.probatum.decision.material.TradeOff;

/** What a decision's material cites: by its options, its claims and its assessments. */
final class Citations {
    private Citations() {}

    static Set<String> of(Material material) {
        return Stream.of(
                        material.choice().options().stream().map(Option::runs),
                        material.choice().rationale().stream().map(Claim::evidence),
                        material.tradeOffs().stream().map(TradeOff::evidence))
                .flatMap(lists -> lists)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }
}
