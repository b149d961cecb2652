package org.probatum.shared.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Optional;

/** Says in plain words what the validator found, and what would be right instead. */
final class Wording {
    private final ValidationMessage message;
    private final JsonNode value;
    private final Place place;
    private final Place around;

    /** The value may be missing; the place is its own, the other that of the group or list it stands in. */
    Wording(ValidationMessage message, JsonNode value, Place place, Place around) {
        this.message = message;
        this.value = value;
        this.place = place;
        this.around = around;
    }

    String wrong() {
        String shown = Text.shown(value);
        return switch (message.getType()) {
            case "additionalProperties" -> "unknown key " + Text.quoted(message.getProperty());
            case "required" -> Text.quoted(message.getProperty()) + " is missing";
            case "type" -> wrongType(shown);
            case "const" -> shown + " is not the value expected here";
            case "enum" -> shown + " is not among the values allowed here";
            case "minimum", "exclusiveMinimum" -> shown + " is too small";
            case "maximum", "exclusiveMaximum" -> shown + " is too large";
            case "minLength", "maxLength" -> shown + " is " + characters() + " characters long";
            case "pattern", "format" ->
                value.asText().isBlank() ? "this is blank" : shown + " does not have the form expected here";
            case "maxItems", "minItems" -> "the list has " + value.size() + " entries";
            case "uniqueItems" -> "the list has an entry twice";
            case "maxProperties", "minProperties" -> "there are " + value.size() + " keys";
            case "propertyNames" -> "a key does not have the form expected here";
            default -> message.getMessage();
        };
    }

    String right() {
        return switch (message.getType()) {
            case "additionalProperties" -> rightKey();
            case "required", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" -> expectation();
            case "type" -> rightType();
            case "const", "enum" -> meant() + expectation();
            case "minLength", "maxLength" ->
                length() + " characters: " + Expected.lowered(place.meaningOf(message.getType()));
            case "pattern", "format" -> Expected.lowered(place.meaningOf(message.getType()));
            case "maxItems", "maxProperties" -> "at most " + limit();
            case "minItems", "minProperties" -> "at least " + limit();
            case "uniqueItems" -> "each entry once";
            default -> expectation();
        };
    }

    private String wrongType(String shown) {
        String kind = Expected.kind(place);
        if (value.isNull()) {
            return "there is no value";
        }
        boolean numeric = kind.endsWith("number");
        return numeric && value.isValueNode()
                ? shown + " is not " + kind
                : shown + " stands where " + kind + " is expected";
    }

    private String rightType() {
        if (value.isNull()) {
            return "leave the key out, or give " + expectation();
        }
        boolean quotesHelp = place.type().equals("string") && value.isValueNode();
        return (quotesHelp ? "the same in quotes, or " : "") + expectation();
    }

    private String rightKey() {
        String known = String.join(", ", around.keys());
        Optional<String> nearest = Nearest.to(message.getProperty(), around.keys());
        return nearest.map(key -> "did you mean \"" + key + "\"? Known here: " + known)
                .orElse(known.isEmpty() ? "no key at all" : "one of the keys known here: " + known);
    }

    private String meant() {
        List<String> allowed = Expected.values(place);
        Optional<String> nearest = Nearest.to(value.asText(), allowed);
        return allowed.size() < 2
                ? ""
                : nearest.map(word -> "did you mean " + word + "? Allowed: ").orElse("");
    }

    private String expectation() {
        return Expected.of(place);
    }

    private int characters() {
        return value.asText().codePointCount(0, value.asText().length());
    }

    private String length() {
        JsonNode least = place.keyword("minLength");
        JsonNode most = place.keyword("maxLength");
        if (least.isMissingNode() || most.isMissingNode()) {
            return most.isMissingNode() ? "at least " + least.asText() : "at most " + most.asText();
        }
        return least.asText() + " to " + most.asText();
    }

    private String limit() {
        return place.keyword(message.getType()).asText();
    }
}
