package org.probatum.evidence.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges an option against the status quo, as {@link Superiority} says. */
final class Judge {
    /** Two values have a spread; one has none. */
    private static final int LEAST = 2;

    private static final int FAR = 1000;

    private Judge() {}

    /** One option on all criteria, in their order: together they are one family of tests, of which an untested one weighs as p = 1. */
    static List<Superiority> family(List<Comparison> comparisons, String option) {
        List<Optional<Superiority>> obstacles =
                comparisons.stream().map(one -> obstacle(one, option)).toList();
        List<Double> raw = new ArrayList<>();
        for (int i = 0; i < comparisons.size(); i++) {
            raw.add(
                    obstacles.get(i).isPresent()
                            ? 1
                            : comparisons.get(i).contrast(option).orElseThrow().p());
        }
        List<Double> adjusted = Holm.adjusted(raw);
        List<Superiority> judged = new ArrayList<>();
        for (int i = 0; i < comparisons.size(); i++) {
            Comparison one = comparisons.get(i);
            double p = adjusted.get(i);
            judged.add(obstacles
                    .get(i)
                    .orElseGet(() -> verdict(one.contrast(option).orElseThrow(), p, comparisons.size())));
        }
        return List.copyOf(judged);
    }

    /** What stands in the way of judging an option at all. */
    private static Optional<Superiority> obstacle(Comparison comparison, String name) {
        Optional<Group> option = comparison.group(name);
        Optional<Group> base = comparison.statusQuo();
        if (option.isEmpty() || base.isEmpty()) {
            return refused(
                    option.isEmpty() ? name + " is no option" : "no option is the status quo",
                    "List it among the options.");
        }
        List<Mismatch> unnamed = comparison.unnamed();
        if (!unnamed.isEmpty()) {
            return refused(
                    "the runs have " + unnamed.stream().map(Mismatch::words).collect(Collectors.joining(", and ")),
                    "Compare runs that share them, or name the difference when the comparison is filed.");
        }
        List<Group> both = List.of(option.get(), base.get());
        List<String> strays = both.stream()
                .flatMap(group -> group.strays().stream())
                .map(Point::reference)
                .toList();
        if (!strays.isEmpty()) {
            return refused(
                    "the value of " + String.join(", ", strays) + " is too large to be reckoned with",
                    "Attach a run that records a finite number, and cite that.");
        }
        Integer seeds = comparison.criterion().seeds();
        int needs = Math.max(LEAST, seeds == null ? LEAST : seeds);
        List<Superiority.Inconclusive.Missing> missing = both.stream()
                .filter(group -> group.points().size() < needs)
                .map(group -> new Superiority.Inconclusive.Missing(
                        group.option(), group.points().size(), needs))
                .toList();
        return missing.isEmpty() ? spread(comparison, name) : Optional.of(new Superiority.Inconclusive(missing));
    }

    private static Optional<Superiority> spread(Comparison comparison, String name) {
        return comparison.contrast(name).isPresent()
                ? Optional.empty()
                : refused(
                        "the values of " + name + " and of the status quo spread too far to be reckoned with",
                        "Look at the runs: their values are not of one kind.");
    }

    private static Optional<Superiority> refused(String because, String remedy) {
        return Optional.of(new Superiority.Refused(because, remedy));
    }

    /**
     * What the numbers say.
     *
     * @param p of the contrast, after Holm
     * @param tests how many were corrected for
     */
    private static Superiority verdict(Contrast contrast, double p, int tests) {
        if (p <= Superiority.ALPHA) {
            return new Superiority.Superior(contrast, p);
        }
        return contrast.interval().filter(gain -> gain.high() < 0).isPresent()
                ? new Superiority.Inferior(contrast)
                : new Superiority.NotShown(contrast, p, needed(contrast, Superiority.ALPHA / tests));
    }

    /** How many runs a side would carry the gain over the margin at this spread; null when none would, or absurdly many. */
    private static @Nullable Integer needed(Contrast contrast, double alpha) {
        double excess = contrast.improvement() - contrast.margin();
        double spread = contrast.sample().variance() + contrast.statusQuo().variance();
        int has = Math.min(contrast.sample().n(), contrast.statusQuo().n());
        for (int n = has + 1; excess > 0 && n <= FAR; n++) {
            if (excess >= Student.within(1 - 2 * alpha, 2 * n - 2) * Math.sqrt(spread / n)) {
                return n;
            }
        }
        return null;
    }
}
