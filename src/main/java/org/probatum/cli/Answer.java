package org.probatum.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Json;
import org.probatum.shared.Violation;

/** JSON as the service answers it and as commands print it. Members that are not known here are left alone. */
final class Answer {
    private Answer() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A problem of the command line's own. */
    static ObjectNode problem(String type, String title, String detail) {
        return object().put("type", "/problems/" + type).put("title", title).put("detail", detail);
    }

    static JsonNode tree(Object value) {
        return Json.MAPPER.valueToTree(value);
    }

    /** The object that bytes hold, if they do. */
    static Optional<ObjectNode> read(byte[] body) {
        try {
            return Json.MAPPER.readTree(body) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static String write(JsonNode json) {
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** What a problem of the service names as wrong. */
    static List<Violation> violations(JsonNode problem) {
        List<Violation> found = new ArrayList<>();
        for (JsonNode one : problem.path("violations")) {
            found.add(new Violation(
                    one.path("pointer").asText(""),
                    one.path("wrong").asText(""),
                    one.path("right").asText(""),
                    number(one, "line"),
                    number(one, "column")));
        }
        return found;
    }

    /** The texts of a list; empty when it is not there. */
    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.isValueNode() ? one.asText() : one.toString()));
        return texts;
    }

    static String words(Violation violation) {
        return violation.right().isEmpty() ? violation.wrong() : violation.wrong() + "; " + violation.right();
    }

    private static @Nullable Integer number(JsonNode violation, String member) {
        return violation.path(member).isInt() ? violation.path(member).intValue() : null;
    }
}
