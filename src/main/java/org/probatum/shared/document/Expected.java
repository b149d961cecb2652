package org.probatum.shared.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Says in plain words what a schema expects at a place. */
final class Expected {
    private Expected() {}

    /** All of it: the kind or the allowed values, the range, and what it is for. */
    static String of(Place place) {
        List<String> values = values(place);
        String what = values.isEmpty() ? kind(place) + range(place) + keys(place) : one(values);
        return place.description().isEmpty() ? what : what + " (" + lowered(place.description()) + ")";
    }

    /** The allowed values, when they are a list. */
    static List<String> values(Place place) {
        List<String> values = new ArrayList<>();
        place.keyword("enum").forEach(value -> values.add(value.asText()));
        if (place.keyword("const").isValueNode()) {
            values.add(place.keyword("const").asText());
        }
        return values;
    }

    static String kind(Place place) {
        JsonNode type = place.keyword("type");
        if (!type.isArray()) {
            return kind(type.asText());
        }
        List<String> kinds = new ArrayList<>();
        type.forEach(each -> kinds.add(kind(each.asText())));
        return String.join(" or ", kinds);
    }

    /** A description within a sentence; names such as ISO keep their capitals. */
    static String lowered(String description) {
        boolean isWord = description.length() > 1 && !Character.isUpperCase(description.charAt(1));
        return isWord ? Character.toLowerCase(description.charAt(0)) + description.substring(1) : description;
    }

    private static String kind(String type) {
        return switch (type) {
            case "string" -> "text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "a list";
            case "object" -> "a group of keys";
            default -> "something else";
        };
    }

    private static String range(Place place) {
        String least = place.keyword("minimum").asText();
        String most = place.keyword("maximum").asText();
        if (!least.isEmpty() && !most.isEmpty()) {
            return " from " + least + " to " + most;
        }
        return (least.isEmpty() ? "" : ", " + least + " or more") + (most.isEmpty() ? "" : ", " + most + " or less");
    }

    private static String keys(Place place) {
        return place.keys().isEmpty() ? "" : ": " + String.join(", ", place.keys());
    }

    private static String one(List<String> values) {
        return (values.size() == 1 ? "" : "one of ") + String.join(", ", values);
    }
}
