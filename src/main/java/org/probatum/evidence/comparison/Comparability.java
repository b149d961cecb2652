package org.probatum.evidence.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Criterion;

/** Numbers compare only when they were measured on the same thing: finds everything in which the runs of a comparison differ. */
final class Comparability {
    private final Criterion criterion;
    private final List<List<Reading>> groups;
    private final Function<Trait, @Nullable String> names;
    private final List<Mismatch> found = new ArrayList<>();

    private Comparability(Criterion criterion, List<List<Reading>> groups, Function<Trait, @Nullable String> names) {
        this.criterion = criterion;
        this.groups = groups;
        this.names = names;
    }

    /**
     * What differs.
     *
     * @param groups the readings of each option
     * @param names the author's words about a trait, null where there are none
     */
    static List<Mismatch> of(Criterion criterion, List<List<Reading>> groups, Function<Trait, @Nullable String> names) {
        return new Comparability(criterion, groups, names).all();
    }

    private List<Mismatch> all() {
        List<Reading> every = groups.stream().flatMap(List::stream).toList();
        String dataset = criterion.dataset();
        differ(
                Trait.DATASET,
                every,
                Reading::identity,
                Reading::content,
                one -> one.hasContent()
                        && (dataset == null || dataset.equals(one.metric().dataset())));
        String split = criterion.split();
        differ(
                Trait.SPLIT,
                every,
                Reading::split,
                Reading::split,
                one -> split == null || split.equals(one.metric().split()));
        differ(
                Trait.METRIC,
                every,
                Reading::definition,
                Reading::definition,
                one -> one.metric().direction() == null
                        || criterion.direction() == null
                        || one.metric().direction() == criterion.direction());
        groups.forEach(this::repeats);
        return List.copyOf(found);
    }

    /** A trait is shared when every reading says the same of it, and what it says fits the criterion. */
    private void differ(
            Trait trait,
            List<Reading> readings,
            Function<Reading, String> value,
            Function<Reading, String> said,
            Predicate<Reading> fits) {
        Map<String, List<Reading>> byValue = new LinkedHashMap<>();
        readings.forEach(reading -> byValue.computeIfAbsent(value.apply(reading), any -> new ArrayList<>())
                .add(reading));
        boolean same = trait == Trait.METRIC ? definitions(readings) : byValue.size() < 2;
        if (same && readings.stream().allMatch(fits)) {
            return;
        }
        add(
                trait,
                byValue.values().stream()
                        .map(alike -> listed(alike) + " — " + said.apply(alike.get(0)))
                        .collect(Collectors.joining("; ")));
    }

    private static String listed(List<Reading> readings) {
        return readings.stream().map(reading -> reading.run().reference()).collect(Collectors.joining(", "));
    }

    /** Directions and counts are the same as far as they are given. */
    private static boolean definitions(List<Reading> readings) {
        return distinct(readings, reading -> reading.metric().direction()) < 2
                && distinct(readings, reading -> reading.metric().n()) < 2;
    }

    private static long distinct(List<Reading> readings, Function<Reading, @Nullable Object> said) {
        return readings.stream().map(said).filter(Objects::nonNull).distinct().count();
    }

    private void repeats(List<Reading> group) {
        Map<Map<String, Long>, List<String>> bySeeds = new LinkedHashMap<>();
        group.stream().filter(reading -> !reading.seeds().isEmpty()).forEach(reading -> bySeeds.computeIfAbsent(
                        reading.seeds(), any -> new ArrayList<>())
                .add(reading.run().reference()));
        Optional<String> repeated = bySeeds.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> String.join(", ", entry.getValue()) + " — the same seeds " + entry.getKey())
                .findFirst();
        repeated.ifPresent(runs -> add(Trait.SEED, runs));
    }

    private void add(Trait trait, String runs) {
        found.add(new Mismatch(trait, runs, names.apply(trait)));
    }
}
