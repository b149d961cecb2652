package org.probatum.decision.material;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something that may go wrong, before and after mitigation, and who owns what is left. */
public record Risk(
        @Nullable String id,
        @Nullable String title,
        @Nullable Likelihood likelihood,
        @Nullable Impact impact,
        @Nullable String mitigation,
        @Nullable Likelihood residualLikelihood,
        @Nullable Impact residualImpact,
        @Nullable String owner,
        @Nullable LocalDate due,
        @Nullable String verification) {

    /** The risks with an id each: unset ones get the first of r1, r2, … from their place on that none other has. */
    public static List<Risk> numbered(@Nullable List<Risk> filed) {
        List<Risk> all = filed == null ? List.of() : filed;
        Set<String> taken = all.stream().map(Risk::id).filter(Objects::nonNull).collect(Collectors.toSet());
        List<Risk> numbered = new ArrayList<>();
        for (Risk risk : all) {
            Risk named = risk.id == null ? risk.withId(free(taken, numbered.size() + 1)) : risk;
            taken.add(String.valueOf(named.id));
            numbered.add(named);
        }
        return List.copyOf(numbered);
    }

    private static String free(Set<String> taken, int from) {
        int number = from;
        while (taken.contains("r" + number)) {
            number++;
        }
        return "r" + number;
    }

    /** The same risk under an id. */
    public Risk withId(String newId) {
        return new Risk(
                newId,
                title,
                likelihood,
                impact,
                mitigation,
                residualLikelihood,
                residualImpact,
                owner,
                due,
                verification);
    }
}
