package org.probatum.policy;

import java.util.Arrays;
import java.util.List;

/**
 * A column that a table has to have.
 *
 * @param words what may be written there, where that is a closed list
 * @param least the smallest whole number that may be written there
 * @param most the greatest
 */
public record Column(String name, Kind kind, List<String> words, int least, int most) {
    /** What a column holds. */
    public enum Kind {
        WORD,
        TAGS,
        REQUIREMENT,
        TEXT,
        MAYBE_TEXT,
        WHOLE,
        SLOTS,
        MATERIAL
    }

    static Column words(String name, String... words) {
        return new Column(name, Kind.WORD, List.of(words), 0, 0);
    }

    static Column words(String name, Enum<?>... words) {
        return new Column(name, Kind.WORD, Arrays.stream(words).map(Enum::name).toList(), 0, 0);
    }

    static Column tags(String name) {
        return of(name, Kind.TAGS);
    }

    static Column requirements(String name) {
        return of(name, Kind.REQUIREMENT);
    }

    static Column text(String name) {
        return of(name, Kind.TEXT);
    }

    static Column maybeText(String name) {
        return of(name, Kind.MAYBE_TEXT);
    }

    static Column whole(String name, int least, int most) {
        return new Column(name, Kind.WHOLE, List.of(), least, most);
    }

    static Column slots(String name) {
        return of(name, Kind.SLOTS);
    }

    static Column material(String name) {
        return of(name, Kind.MATERIAL);
    }

    /** Its name as words: "working days". */
    public String spoken() {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
    }

    /** The type its DMN has to name; empty where it may name any. */
    String type() {
        return switch (kind) {
            case WHOLE -> "integer";
            case TAGS -> "";
            default -> "string";
        };
    }

    /** The same column with its closed list known. */
    Column with(List<String> known) {
        return new Column(name, kind, known, least, most);
    }

    private static Column of(String name, Kind kind) {
        return new Column(name, kind, List.of(), 0, 0);
    }
}
