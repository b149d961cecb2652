package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.probatum.decision.Gate;
import org.probatum.decision.material.Dimension;
import org.probatum.decision.material.TradeOff;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** Every option is weighed on every dimension. */
@Singleton
class TradeOffsComplete implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "trade-offs.complete", "Each option is assessed on all four dimensions", Gate.TRADE_OFFS, 10, false);
    }

    @Override
    public Finding judge(Case laid) {
        List<String> open = laid.material().choice().options().stream()
                .flatMap(option -> Arrays.stream(Dimension.values())
                        .filter(dimension -> laid.material().tradeOffs().stream()
                                .noneMatch(t -> t.isOf(option.id(), dimension) && isArgued(t)))
                        .map(dimension -> dimension.name().toLowerCase(Locale.ROOT) + " of " + option.id()))
                .toList();
        return open.isEmpty()
                ? new Finding.Satisfied("All options on all four dimensions, each with a rating and a reason.")
                : new Finding.Unsatisfied(
                        "Not assessed: " + Numbered.join(open) + ".",
                        "Give each a rating from 1 to 4 with a reason or evidence.");
    }

    private static boolean isArgued(TradeOff assessment) {
        return assessment.rating() != null
                && (assessment.reason() != null || !assessment.evidence().isEmpty());
    }
}
