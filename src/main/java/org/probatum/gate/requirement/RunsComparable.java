package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.probatum.decision.Gate;
import org.probatum.decision.material.Criterion;
import org.probatum.evidence.Measurements;
import org.probatum.evidence.Run;
import org.probatum.evidence.manifest.Dataset;
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
                "Compared runs share dataset digest and split, or the difference is named",
                Gate.OPTIONS,
                30,
                true);
    }

    @Override
    public Finding judge(Case laid) {

        List<Criterion> criteria = laid.material().scope().criteria();
        List<String> differing = criteria.stream()
                .filter(criterion -> digests(laid, criterion).size() > 1)
                .map(Criterion::id)
                .toList();
        if (!differing.isEmpty()) {
            return laid.material().choice().namedDifference() == null
                    ? new Finding.Unsatisfied(
                            "Runs compared on " + Numbered.join(differing) + " read data of different content.",
                            "Compare runs on the same content, or name the difference.")
                    : new Finding.Satisfied("The difference on " + Numbered.join(differing) + " is named.");
        }
        List<String> unmeasured = criteria.stream()
                .filter(criterion -> !measuredForEach(laid, criterion))
                .map(Criterion::id)
                .toList();
        return unmeasured.isEmpty()
                ? new Finding.Satisfied("Runs of each option measure every criterion on the same data and split.")
                : new Finding.Unsatisfied(
                        "Not every option has a run that measures " + Numbered.join(unmeasured) + ".",
                        "Attach and cite runs with the criterion's metric on its dataset and split.");
    }

    private static boolean measuredForEach(Case laid, Criterion criterion) {
        String metric = Objects.requireNonNullElse(criterion.metric(), "");
        return laid.material().choice().options().stream().allMatch(option -> Measurements.mean(
                        Measurements.citedBy(option, laid.runs()), metric, criterion.dataset(), criterion.split())
                .isPresent());
    }

    private static Set<String> digests(Case laid, Criterion criterion) {
        return laid.material().choice().options().stream()
                .flatMap(option -> Measurements.citedBy(option, laid.runs()).stream())
                .map(Run::manifest)
                .flatMap(manifest -> manifest.data().stream())
                .filter(data -> Objects.equals(data.name(), criterion.dataset())
                        && Objects.equals(data.split(), criterion.split()))
                .map(Dataset::sha256)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
