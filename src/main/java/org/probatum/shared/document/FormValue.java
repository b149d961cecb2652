package org.probatum.shared.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;

/** Gives what was typed into fields the types that the schema has for them; what does not fit stays text. */
final class FormValue {
    private FormValue() {}

    static JsonNode of(FormField field) {
        String typed = field.typed;
        if (typed != null) {
            return ofText(typed, field.place);
        }
        if (field.isList()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            field.rows().forEach(row -> list.add(of(row)));
            return list;
        }
        var group = JsonNodeFactory.instance.objectNode();
        field.parts().forEach((key, part) -> group.set(key, of(part)));
        return group;
    }

    private static JsonNode ofText(String typed, Place place) {
        return switch (place.type()) {
            case "integer", "number" ->
                Numbers.isNumber(typed)
                        ? Numbers.parse(typed).orElseGet(() -> TextNode.valueOf(typed))
                        : TextNode.valueOf(typed);
            case "boolean" -> ofBox(typed);
            case "array" -> isText(place) ? lines(typed) : TextNode.valueOf(typed);
            default -> TextNode.valueOf(typed);
        };
    }

    private static JsonNode ofBox(String typed) {
        return switch (typed) {
            case "on", "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> TextNode.valueOf(typed);
        };
    }

    private static boolean isText(Place list) {
        Place line = list.child("0");
        return line.type().equals("string") || !line.keyword("enum").isMissingNode();
    }

    private static JsonNode lines(String typed) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        typed.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(list::add);
        return list;
    }
}
