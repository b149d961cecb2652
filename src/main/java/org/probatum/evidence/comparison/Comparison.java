package org.probatum.evidence.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Criterion;
import org.probatum.decision.material.Direction;
import org.probatum.decision.material.Option;
import org.probatum.decision.material.OptionSet;
import org.probatum.evidence.Measurements;
import org.probatum.evidence.Run;
import org.probatum.shared.Json;

/** The options of a decision on one criterion: what the runs each cites measure, and in what those runs differ. */
public record Comparison(Criterion criterion, List<Group> groups, List<Mismatch> mismatches) {
    /**
     * Compares the options as they stand.
     *
     * @param attached all runs of the decision
     * @param named the differences the author names
     */
    public static Comparison of(Criterion criterion, OptionSet choice, List<Run> attached, List<Named> named) {
        List<Group> groups = new ArrayList<>();
        List<List<Reading>> readings = new ArrayList<>();
        for (Option option : choice.options()) {
            List<Reading> read = Reading.of(Measurements.citedBy(option, attached), criterion);
            readings.add(read);
            groups.add(new Group(
                    option.id(),
                    option.statusQuo(),
                    option.title(),
                    read.stream().map(Reading::point).toList()));
        }
        return new Comparison(
                criterion,
                List.copyOf(groups),
                Comparability.of(criterion, readings, trait -> words(trait, named, choice.namedDifference())));
    }

    /** What the author says of a trait; what they say of all the options together covers all but repeated seeds. */
    private static @Nullable String words(Trait trait, List<Named> named, @Nullable String ofAll) {
        return named.stream()
                .filter(one -> one.covers() == trait)
                .map(Named::words)
                .findFirst()
                .orElse(trait == Trait.SEED ? null : ofAll);
    }

    /** The differences nobody has named: they keep the numbers from being compared. */
    public List<Mismatch> unnamed() {
        return mismatches.stream().filter(mismatch -> !mismatch.isNamed()).toList();
    }

    /** The differences compared all the same, with what the author says of each. */
    public List<Mismatch> flagged() {
        return mismatches.stream().filter(Mismatch::isNamed).toList();
    }

    public Optional<Group> group(String option) {
        return groups.stream().filter(group -> group.option().equals(option)).findFirst();
    }

    public Optional<Group> statusQuo() {
        return groups.stream().filter(Group::statusQuo).findFirst();
    }

    /** An option against the status quo; empty until both are measured, and where the numbers are beyond reckoning. */
    public Optional<Contrast> contrast(String option) {
        Sample sample = group(option).map(Group::sample).orElse(null);
        Sample base = statusQuo().map(Group::sample).orElse(null);
        return sample == null || base == null
                ? Optional.empty()
                : Optional.of(Contrast.of(option, sample, base, isLower(), margin()))
                        .filter(Contrast::isFinite);
    }

    /** Less is better. */
    public boolean isLower() {
        return criterion.direction() == Direction.LOWER;
    }

    /** The sealed margin, in the metric's own unit; zero where none is stated. */
    public double margin() {
        BigDecimal margin = criterion.margin();
        return margin == null ? 0 : margin.doubleValue();
    }

    /** The digest of what it rests on: the criterion, and each option's runs. Another run makes another comparison. */
    public String basis() {
        return Json.digest(Map.of(
                "criterion",
                criterion,
                "groups",
                groups.stream()
                        .map(group -> Map.of(
                                "option",
                                group.option(),
                                "statusQuo",
                                group.statusQuo(),
                                "runs",
                                group.points().stream()
                                        .map(Point::digest)
                                        .sorted()
                                        .toList()))
                        .toList()));
    }
}
