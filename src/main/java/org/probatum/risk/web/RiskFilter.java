package org.probatum.risk.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Impact;
import org.probatum.decision.material.Likelihood;
import org.probatum.risk.Cell;
import org.probatum.risk.Level;
import org.probatum.risk.RiskState;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/**
 * What the register is narrowed to; null and blank narrow nothing.
 *
 * @param every also the risks that were closed with their decision
 * @param inherent a cell of the matrix before mitigation
 * @param residual a cell of the matrix after mitigation
 */
public record RiskFilter(
        String words,
        @Nullable String team,
        @Nullable String owner,
        @Nullable Level level,
        @Nullable RiskState state,
        boolean every,
        @Nullable LocalDate before,
        @Nullable Cell inherent,
        @Nullable Cell residual) {
    private static final String EVERY = "ALL";

    /** The filter that query parameters name. */
    static RiskFilter of(RiskQuery query) {
        boolean every = EVERY.equals(query.state);
        return new RiskFilter(
                query.words == null ? "" : query.words.strip(),
                blank(query.team),
                blank(query.owner),
                one(Level.class, "level", query.level),
                every ? null : one(RiskState.class, "state", query.state),
                every,
                day(query.before),
                cell("inherent", query.inherent),
                cell("residual", query.residual));
    }

    /** The same, whatever the cells. */
    RiskFilter anywhere() {
        return at(null, null);
    }

    /** The same in other cells. */
    RiskFilter at(@Nullable Cell before, @Nullable Cell after) {
        return new RiskFilter(words, team, owner, level, state, every, this.before, before, after);
    }

    /** As it goes into an address, each parameter followed by an ampersand. */
    public String query() {
        return Stream.of(
                        pair("q", words.isEmpty() ? null : words),
                        pair("team", team),
                        pair("owner", owner),
                        pair("level", level == null ? null : level.name()),
                        pair("state", every ? EVERY : state == null ? null : state.name()),
                        pair("before", before == null ? null : before.toString()),
                        pair("inherent", name(inherent)),
                        pair("residual", name(residual)))
                .collect(Collectors.joining());
    }

    /** Something is narrowed. */
    public boolean isNarrow() {
        return !query().isEmpty();
    }

    /** The word of the chosen state in the form. */
    public String chosenState() {
        return every ? EVERY : state == null ? "" : state.name();
    }

    /** A cell as an address has it. */
    static @Nullable String name(@Nullable Cell cell) {
        return cell == null
                ? null
                : cell.likelihood().name() + "." + cell.impact().name();
    }

    private static @Nullable Cell cell(String parameter, @Nullable String value) {
        String words = blank(value);
        if (words == null) {
            return null;
        }
        String[] parts = words.split("\\.", 2);
        return Cell.of(
                one(Likelihood.class, parameter, parts[0]),
                one(Impact.class, parameter, parts.length == 2 && !parts[1].isBlank() ? parts[1] : "?"));
    }

    private static @Nullable LocalDate day(@Nullable String value) {
        String words = blank(value);
        if (words == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(words);
            if (day.getYear() >= 1900 && day.getYear() <= 9998) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Told below, like a day out of reach.
        }
        throw wrong("before", words, "a day such as 2027-01-31");
    }

    private static @Nullable String blank(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String pair(String name, @Nullable String value) {
        return value == null ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, String parameter, @Nullable String value) {
        String words = blank(value);
        if (words == null) {
            return null;
        }
        List<E> all = List.of(type.getEnumConstants());
        return all.stream()
                .filter(constant -> constant.name().equals(words))
                .findFirst()
                .orElseThrow(() -> wrong(
                        parameter,
                        words,
                        "one of " + all.stream().map(Enum::name).collect(Collectors.joining(", "))));
    }

    private static Problem wrong(String parameter, String value, String right) {
        return Problem.invalid(List.of(Violation.at("/" + parameter, "\"" + value + "\" is no " + parameter, right)));
    }
}
