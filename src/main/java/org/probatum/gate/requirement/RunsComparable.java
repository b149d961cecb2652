package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.probatum.decision.Gate;
import org.probatum.decision.material.Criterion;
import org.probatum.evidence.comparison.Comparisons;
import org.probatum.gate.Case;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** Numbers compare only when they were measured on the same thing. */
@Singleton
class RunsComparable implements Requirement {
    @Override
    public Question asks() {
        return new Question(
                "options.comparable",
                "Compared runs share dataset digest, split and metric definition, or the difference is named",
                Gate.OPTIONS,
                30,
                true);
    }

    @Override
    public Finding judge(Case laid) {
        List<Criterion> criteria = laid.material().scope().criteria();
        List<String> apart = new ArrayList<>();
        List<String> flagged = new ArrayList<>();
        for (Comparisons.Judged judged : laid.comparisons().all()) {
            judged.comparison().mismatches().forEach(mismatch -> (mismatch.isNamed() ? flagged : apart)
                    .add("On " + judged.criterion() + ", " + mismatch.words() + "."));
        }
        if (!apart.isEmpty()) {
            return new Finding.Unsatisfied(
                    String.join(" ", apart),
                    "Compare runs that share dataset content, split and metric definition, or name the difference when"
                            + " you file the comparison.");
        }
        List<String> unmeasured = criteria.stream()
                .filter(criterion -> !measuredForEach(laid, criterion))
                .map(Criterion::id)
                .toList();
        if (!unmeasured.isEmpty()) {
            return new Finding.Unsatisfied(
                    "Not every option has a run that measures " + Numbered.join(unmeasured) + ".",
                    "Attach and cite runs with the criterion's metric on its dataset and split.");
        }
        return new Finding.Satisfied(
                flagged.isEmpty()
                        ? "Runs of each option measure every criterion on the same data and split."
                        : "Compared with a difference that is named. " + String.join(" ", flagged));
    }

    private static boolean measuredForEach(Case laid, Criterion criterion) {
        return laid.comparisons()
                .on(criterion.id())
                .filter(judged -> judged.comparison().groups().stream()
                        .noneMatch(group -> group.points().isEmpty()))
                .isPresent();
    }
}
