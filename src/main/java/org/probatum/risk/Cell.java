package org.probatum.risk;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Impact;
import org.probatum.decision.material.Likelihood;

/** A place in the five by five matrix. Numbered from 1, by likelihood and then by impact, least first. */
public record Cell(Likelihood likelihood, Impact impact) {
    private static final int WIDTH = Impact.values().length;

    /** Every cell, in the order of their numbers. */
    public static final List<Cell> ALL = Arrays.stream(Likelihood.values())
            .flatMap(likelihood -> Stream.of(Impact.values()).map(impact -> new Cell(likelihood, impact)))
            .toList();

    /** The cell of both; null until both are stated. */
    public static @Nullable Cell of(@Nullable Likelihood likelihood, @Nullable Impact impact) {
        return likelihood == null || impact == null ? null : new Cell(likelihood, impact);
    }

    public int number() {
        return likelihood.ordinal() * WIDTH + impact.ordinal() + 1;
    }

    /** The cell with a number; null for none. */
    public static @Nullable Cell numbered(@Nullable Number number) {
        return number == null ? null : ALL.get(number.intValue() - 1);
    }
}
