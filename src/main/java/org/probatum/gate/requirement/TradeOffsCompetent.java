package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.probatum.decision.Gate;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** An assessment counts when somebody competent and uninvolved made it. */
@Singleton
class TradeOffsCompetent implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "trade-offs.competent",
                "Each assessment is by a reviewer competent in its dimension",
                Gate.TRADE_OFFS,
                20,
                false);
    }

    @Override
    public Finding judge(Case laid) {
        List<String> open = laid.material().tradeOffs().stream()
                .filter(assessment -> !Boolean.TRUE.equals(assessment.competent()))
                .map(assessment ->
                        assessment.dimension().name().toLowerCase(Locale.ROOT) + " of " + assessment.option())
                .toList();
        if (laid.material().tradeOffs().isEmpty()) {
            return new Finding.Unsatisfied(
                    "Nothing is assessed yet.", "Ask reviewers with the competences to assess the options.");
        }
        return open.isEmpty()
                ? new Finding.Satisfied("Every assessment is by a competent reviewer.")
                : new Finding.Unsatisfied(
                        "Only proposed so far: " + Numbered.join(open) + ".",
                        "A reviewer with the competence and no hand in the material assesses it.");
    }
}
