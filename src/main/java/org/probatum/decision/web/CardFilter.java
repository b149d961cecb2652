package org.probatum.decision.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Stage;
import org.probatum.decision.material.Category;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/**
 * What a list of decisions is narrowed to; null and blank narrow nothing.
 *
 * @param words a key, or words of the title
 * @param mine only what the actor filed
 */
public record CardFilter(
        @Nullable String team,
        @Nullable Stage stage,
        @Nullable Category category,
        String words,
        boolean mine) {
    /** The filter that query parameters name. */
    public static CardFilter of(@Nullable String team, @Nullable String stage, @Nullable String category) {
        return of(team, stage, category, null, null);
    }

    /** The filter that query parameters name. */
    public static CardFilter of(
            @Nullable String team,
            @Nullable String stage,
            @Nullable String category,
            @Nullable String words,
            @Nullable String mine) {
        return new CardFilter(
                team == null || team.isBlank() ? null : team,
                one(Stage.class, "stage", stage),
                one(Category.class, "category", category),
                words == null ? "" : words.strip(),
                mine != null && !mine.isBlank());
    }

    /** The same, narrowed to a stage instead of whatever it was narrowed to. */
    public CardFilter at(@Nullable Stage other) {
        return new CardFilter(team, other, category, words, mine);
    }

    /** As it goes into an address, each parameter followed by an ampersand. */
    public String query() {
        return Stream.of(
                        pair("team", team),
                        pair("stage", stage == null ? null : stage.name()),
                        pair("category", category == null ? null : category.name()),
                        pair("q", words.isEmpty() ? null : words),
                        pair("mine", mine ? "yes" : null))
                .collect(Collectors.joining());
    }

    /** Something is narrowed. */
    public boolean isNarrow() {
        return !query().isEmpty();
    }

    private static String pair(String name, @Nullable String value) {
        return value == null ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        List<E> all = List.of(type.getEnumConstants());
        return all.stream()
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(List.of(Violation.at(
                        "/" + name,
                        "\"" + value + "\" is no " + name,
                        "one of " + all.stream().map(Enum::name).collect(Collectors.joining(", "))))));
    }
}
