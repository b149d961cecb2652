package org.probatum.evidence.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Criterion;
import org.probatum.decision.material.Material;
import org.probatum.decision.material.Option;
import org.probatum.evidence.Run;

/** A decision's options on all its criteria, computed from the runs as they are, beside what was put on record about each. */
public record Comparisons(List<Judged> all) {
    /**
     * A comparison and what it shows of each option but the status quo.
     *
     * @param verdicts by option, after Holm over all criteria
     * @param filed the newest on record; null when none is
     * @param current what is on record is about the criterion and the runs of today
     */
    public record Judged(
            Comparison comparison,
            Map<String, Superiority> verdicts,
            @Nullable FiledComparison filed,
            boolean current) {
        public String criterion() {
            return comparison.criterion().id();
        }

        /** Whether an option is better than the status quo; empty for the status quo itself and for what is no option. */
        public Optional<Superiority> verdict(String option) {
            return Optional.ofNullable(verdicts.get(option));
        }

        /** What is on record is what computing it again gives. */
        public boolean holds() {
            return filed != null
                    && current
                    && Filing.of(comparison, filed.filing().named()).digest().equals(filed.digest());
        }
    }

    /**
     * All of them, each with the differences named in what is on record about the same runs.
     *
     * @param filed the decision's comparisons on record, newest first
     */
    public static Comparisons of(Material material, List<Run> attached, List<FiledComparison> filed) {
        List<Comparison> compared = new ArrayList<>();
        List<Optional<FiledComparison>> onRecord = new ArrayList<>();
        for (Criterion criterion : material.scope().criteria()) {
            Optional<FiledComparison> newest = filed.stream()
                    .filter(one -> one.criterion().equals(criterion.id()))
                    .findFirst();
            Comparison plain = Comparison.of(criterion, material.choice(), attached, List.of());
            compared.add(newest.filter(one -> one.isOf(plain))
                    .map(one -> Comparison.of(
                            criterion, material.choice(), attached, one.filing().named()))
                    .orElse(plain));
            onRecord.add(newest);
        }
        Map<String, List<Superiority>> verdicts = new LinkedHashMap<>();
        material.choice().options().stream()
                .filter(option -> !option.statusQuo())
                .map(Option::id)
                .forEach(option -> verdicts.put(option, Judge.family(compared, option)));
        List<Judged> all = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            int at = i;
            Map<String, Superiority> here = new LinkedHashMap<>();
            verdicts.forEach((option, family) -> here.put(option, family.get(at)));
            Optional<FiledComparison> newest = onRecord.get(i);
            all.add(new Judged(
                    compared.get(i),
                    here,
                    newest.orElse(null),
                    newest.filter(one -> one.isOf(compared.get(at))).isPresent()));
        }
        return new Comparisons(List.copyOf(all));
    }

    /** The comparison on one criterion. */
    public Optional<Judged> on(String criterion) {
        return all.stream().filter(one -> one.criterion().equals(criterion)).findFirst();
    }
}
