package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probatum.decision.Gate;
import org.probatum.decision.material.Option;
import org.probatum.evidence.comparison.Comparisons;
import org.probatum.evidence.comparison.Superiority;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** Better by the sealed margin on every criterion, beyond chance. Judged from the runs as they are, whatever is on record. */
@Singleton
class Superior implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "options.superiority",
                "The selected option beats the status quo by the sealed margins",
                Gate.OPTIONS,
                40,
                true);
    }

    @Override
    public Finding judge(Case laid) {
        Optional<Option> selected = laid.material().selected();
        if (selected.isEmpty() || laid.material().statusQuo().isEmpty()) {
            return new Finding.Unsatisfied(
                    "Nothing is held against the status quo yet.", "List the status quo, and select an option.");
        }
        if (selected.get().statusQuo()) {
            return new Finding.NotApplicable("The status quo is selected; it has nothing to beat.");
        }
        if (laid.comparisons().all().isEmpty()) {
            return new Finding.Unsatisfied("No criterion says by what it would be better.", "State a criterion.");
        }
        return weigh(laid, selected.get());
    }

    private static Finding weigh(Case laid, Option selected) {
        List<String> shown = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        List<String> remedies = new ArrayList<>();
        for (Comparisons.Judged judged : laid.comparisons().all()) {
            Superiority verdict = judged.verdict(selected.id()).orElseThrow();
            if (verdict instanceof Superiority.Superior) {
                shown.add(judged.criterion() + ": " + verdict.words());
            } else {
                lacking.add(judged.criterion() + ": " + verdict.words());
                remedies.add(verdict.remedy());
            }
        }
        return lacking.isEmpty()
                ? new Finding.Satisfied(String.join("; ", shown) + ".")
                : new Finding.Unsatisfied(
                        "Not shown on " + String.join("; ", lacking) + ".",
                        String.join(" ", remedies.stream().distinct().toList())
                                + " Or argue the shortfall, and have it waived.");
    }
}
