package org.probatum.risk.web;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Impact;
import org.probatum.decision.material.Likelihood;
import org.probatum.risk.Cell;
import org.probatum.risk.Level;
import org.probatum.risk.Rating;
import org.probatum.risk.Ratings;

/** The five by five matrix with how many risks there are in each cell; its levels are those of the rating table in force. */
record HeatMap(String id, String title, List<Row> rows, int total, int unrated) {
    /** One likelihood, the likeliest first. */
    record Row(Likelihood likelihood, List<Square> squares) {}

    /** One cell and where its risks are listed. */
    record Square(Impact impact, Level level, int points, int risks, boolean chosen, String address) {
        /** The name of its look. */
        public String look() {
            return "heat-" + level.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Before mitigation. */
    static HeatMap inherent(Ratings ratings, RiskFilter filter, List<Register.Count> counts) {
        return of(
                "inherent",
                "Before mitigation",
                ratings,
                counts,
                Register.Count::inherent,
                filter.inherent(),
                cell -> filter.at(cell, filter.residual()));
    }

    /** After mitigation. */
    static HeatMap residual(Ratings ratings, RiskFilter filter, List<Register.Count> counts) {
        return of(
                "residual",
                "After mitigation",
                ratings,
                counts,
                Register.Count::residual,
                filter.residual(),
                cell -> filter.at(filter.inherent(), cell));
    }

    private static HeatMap of(
            String id,
            String title,
            Ratings ratings,
            List<Register.Count> counts,
            Function<Register.Count, @Nullable Cell> side,
            @Nullable Cell chosen,
            Function<Cell, RiskFilter> link) {
        List<Likelihood> likeliest = Arrays.asList(Likelihood.values().clone());
        Collections.reverse(likeliest);
        List<Row> rows = likeliest.stream()
                .map(likelihood -> new Row(
                        likelihood,
                        Arrays.stream(Impact.values())
                                .map(impact ->
                                        square(ratings, counts, side, chosen, link, new Cell(likelihood, impact)))
                                .toList()))
                .toList();
        int unrated = sum(counts.stream().filter(c -> side.apply(c) == null).toList());
        return new HeatMap(id, title, rows, sum(counts) - unrated, unrated);
    }

    private static Square square(
            Ratings ratings,
            List<Register.Count> counts,
            Function<Register.Count, @Nullable Cell> side,
            @Nullable Cell chosen,
            Function<Cell, RiskFilter> link,
            Cell cell) {
        Rating rating = ratings.of(cell.likelihood(), cell.impact());
        int risks = sum(counts.stream().filter(c -> cell.equals(side.apply(c))).toList());
        String address = "/risks?" + link.apply(cell).query();
        return new Square(cell.impact(), rating.level(), rating.points(), risks, cell.equals(chosen), address);
    }

    private static int sum(List<Register.Count> counts) {
        return counts.stream().mapToInt(Register.Count::risks).sum();
    }
}
