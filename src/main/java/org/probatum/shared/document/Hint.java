package org.probatum.shared.document;

import java.util.List;

/** What a schema says of one field, for whoever draws it: what it is for, how it is typed in, and what may be chosen. */
public record Hint(String description, Kind kind, List<String> choices) {
    /** How a value is typed in. */
    public enum Kind {
        LINE,
        TEXT,
        LINES,
        NUMBER,
        DATE,
        BOX,
        CHOICE
    }

    private static final int LONGEST_LINE = 300;

    static Hint of(Place place) {
        List<String> choices = new java.util.ArrayList<>();
        place.keyword("enum").forEach(choice -> choices.add(choice.asText()));
        return new Hint(place.description(), kind(place, choices), List.copyOf(choices));
    }

    private static Kind kind(Place place, List<String> choices) {
        if (!choices.isEmpty()) {
            return Kind.CHOICE;
        }
        return switch (place.type()) {
            case "integer", "number" -> Kind.NUMBER;
            case "boolean" -> Kind.BOX;
            case "array" -> Kind.LINES;
            default ->
                place.keyword("format").asText().equals("date")
                        ? Kind.DATE
                        : place.keyword("maxLength").asInt() > LONGEST_LINE ? Kind.TEXT : Kind.LINE;
        };
    }
}
