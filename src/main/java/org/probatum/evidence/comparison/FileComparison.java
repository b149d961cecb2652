package org.probatum.evidence.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.probatum.decision.Decision;
import org.probatum.decision.DecisionEvent;
import org.probatum.decision.Decisions;
import org.probatum.decision.Journal;
import org.probatum.decision.Part;
import org.probatum.decision.ReviseMaterial;
import org.probatum.decision.material.Criterion;
import org.probatum.evidence.Run;
import org.probatum.evidence.Runs;
import org.probatum.people.Actor;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/**
 * Puts a comparison of the options on one criterion on record, so that claims can cite it. Whoever does so works on the
 * decision, and reviews none of it. Runs that differ are refused, unless the author names in what and says why they compare
 * all the same.
 */
@ApplicationScoped
public class FileComparison {
    /** What is asked for. */
    public record Terms(String criterion, List<Named> differences) {
        public Terms {
            differences = differences == null ? List.of() : List.copyOf(differences);
        }
    }

    private final Decisions decisions;
    private final Runs runs;
    private final FiledComparisons comparisons;
    private final Journal journal;
    private final Clock clock;

    FileComparison(Decisions decisions, Runs runs, FiledComparisons comparisons, Journal journal, Clock clock) {
        this.decisions = decisions;
        this.runs = runs;
        this.comparisons = comparisons;
        this.journal = journal;
        this.clock = clock;
    }

    /** The decision with the comparison on record. Filing again what is on record already records nothing. */
    @Transactional
    public Decision file(Actor actor, String key, Terms terms) {
        Decision decision = decisions.locked(actor, key);
        ReviseMaterial.requireOpen(actor, decision, Part.RUNS);
        Criterion criterion = criterion(decision, terms.criterion());
        List<Run> attached = runs.of(decision.id());
        Comparison comparison = Comparison.of(criterion, decision.material().choice(), attached, terms.differences());
        requireSense(comparison, terms.differences());
        Filing filing = Filing.of(comparison, terms.differences());
        if (newest(decision, criterion)
                .filter(one -> one.isOf(comparison) && one.digest().equals(filing.digest()))
                .isEmpty()) {
            FiledComparison filed =
                    new FiledComparison(decision.id(), comparison.basis(), filing, actor.id(), clock.instant());
            comparisons.persist(filed);
            decision.workedOnBy(actor);
            journal.record(
                    decision,
                    actor,
                    new DecisionEvent.ComparisonFiled(
                            criterion.id(),
                            filed.digest(),
                            comparison.flagged().stream().map(Mismatch::words).toList()));
            comparisons.flush();
        }
        return decision;
    }

    private Optional<FiledComparison> newest(Decision decision, Criterion criterion) {
        return comparisons.of(decision.id()).stream()
                .filter(one -> one.criterion().equals(criterion.id()))
                .findFirst();
    }

    private static Criterion criterion(Decision decision, String id) {
        List<Criterion> criteria = decision.material().scope().criteria();
        return criteria.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(List.of(Violation.at(
                        "/criterion",
                        "no criterion is called \"" + id + "\"",
                        criteria.isEmpty()
                                ? "state a criterion first"
                                : criteria.stream().map(Criterion::id).collect(Collectors.joining(", "))))));
    }

    /** Refuses what compares nothing, what may not be compared, and names of differences that are not there. */
    private static void requireSense(Comparison comparison, List<Named> named) {
        boolean base = comparison
                .statusQuo()
                .filter(group -> !group.points().isEmpty())
                .isPresent();
        boolean other = comparison.groups().stream()
                .anyMatch(group -> !group.statusQuo() && !group.points().isEmpty());
        String criterion = comparison.criterion().id();
        if (!base || !other) {
            throw Problem.conflict(
                    "nothing-to-compare",
                    (base ? "No option but the status quo" : "The status quo does not")
                            + (base ? " has a cited run that measures " : " have a cited run that measures ")
                            + criterion
                            + ". Attach runs that measure it, and cite them at their options.");
        }
        List<Violation> idle = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            Trait trait = named.get(i).covers();
            if (comparison.mismatches().stream().noneMatch(one -> one.trait() == trait)) {
                idle.add(Violation.at(
                        "/differences/" + i + "/covers",
                        "the runs do not differ in their " + trait.noun(),
                        "only what they differ in"));
            }
        }
        if (!idle.isEmpty()) {
            throw Problem.invalid(idle);
        }
        if (!comparison.unnamed().isEmpty()) {
            throw Problem.conflict(
                    "not-comparable",
                    "The runs of " + criterion + " were not measured on the same thing.",
                    comparison.unnamed().stream()
                            .map(one -> Violation.at(
                                    "/differences",
                                    one.words(),
                                    "runs that share the " + one.trait().noun() + ", or the difference named: covers "
                                            + one.trait().name()))
                            .toList());
        }
        requireNumbers(comparison);
    }

    private static void requireNumbers(Comparison comparison) {
        List<String> strays = comparison.groups().stream()
                .flatMap(group -> group.strays().stream())
                .map(Point::reference)
                .toList();
        if (!strays.isEmpty()) {
            throw Problem.conflict(
                    "not-comparable",
                    "The value of " + String.join(", ", strays)
                            + " is too large to be reckoned with: attach a run that records a finite number, and cite that.");
        }
        for (Group group : comparison.groups()) {
            if (!group.points().isEmpty()
                    && !group.statusQuo()
                    && comparison.contrast(group.option()).isEmpty()) {
                throw Problem.conflict(
                        "not-comparable",
                        "The values of " + group.option()
                                + " and of the status quo spread too far to be reckoned with: look at the runs, their"
                                + " values are not of one kind.");
            }
        }
    }
}
