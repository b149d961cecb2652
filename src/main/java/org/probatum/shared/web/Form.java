package org.probatum.shared.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Json;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;
import org.probatum.shared.document.FormTree;
import org.probatum.shared.document.Hint;
import org.probatum.shared.document.SchemaCheck;

/**
 * A form of one part of a schema, filled with what is on file or with what was typed, and with what is wrong with it. Field
 * names are JSON pointers into the part; rows left blank or ticked for removal are gone, and the others close up.
 */
public final class Form {
    /** The name of the boxes that take a row out; their value is the row's pointer. */
    public static final String REMOVE = "remove";

    private final SchemaCheck schema;
    private final String part;
    private final Map<String, String> values;
    private final List<Violation> violations;

    private Form(SchemaCheck schema, String part, Map<String, String> values, List<Violation> violations) {
        this.schema = schema;
        this.part = part;
        this.values = values;
        this.violations = violations;
    }

    /** The form as it stands on file. */
    public static Form of(SchemaCheck schema, String part, Object filed) {
        Map<String, String> values = new LinkedHashMap<>();
        flatten("", Json.MAPPER.valueToTree(filed), values);
        return new Form(schema, part, values, List.of());
    }

    /** The form as it was sent. */
    public static Form sent(SchemaCheck schema, String part, MultivaluedMap<String, String> sent) {
        Map<String, List<String>> kept = new HashMap<>(sent);
        for (String row : sent.getOrDefault(REMOVE, List.of())) {
            kept.keySet().removeIf(name -> name.startsWith(row + "/"));
        }
        Map<String, String> values = new LinkedHashMap<>();
        try {
            flatten("", FormTree.of(kept, schema, part).document().tree(), values);
            return new Form(schema, part, values, List.of());
        } catch (Problem refused) {
            kept.forEach((name, typed) -> {
                if (name.startsWith("/")) {
                    values.put(name, String.join("\n", typed));
                }
            });
            return new Form(schema, part, values, refused.violations());
        }
    }

    /** The same form, refused. */
    public Form refused(List<Violation> why) {
        return new Form(schema, part, values, why);
    }

    /** What the form says, by field name, to be checked and bound. */
    public MultivaluedMap<String, String> values() {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        values.forEach(fields::putSingle);
        return fields;
    }

    public List<Violation> violations() {
        return violations;
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** The field a pointer names, as the schema describes it. */
    public Field field(String name, String label) {
        Hint hint = schema.hint(part, name);
        return new Field(
                name,
                label,
                sentence(hint.description()),
                hint.kind(),
                value(name),
                Field.Choice.of(hint.choices()),
                wrong(name));
    }

    /** How many rows a list has. */
    public int rows(String list) {
        return values.keySet().stream()
                .filter(name -> name.startsWith(list + "/"))
                .map(name -> name.substring(list.length() + 1).split("/", 2)[0])
                .filter(row -> row.matches("[0-9]{1,3}"))
                .mapToInt(row -> Integer.parseInt(row) + 1)
                .max()
                .orElse(0);
    }

    private @Nullable String wrong(String name) {
        String told = violations.stream()
                .filter(violation -> violation.pointer().equals(name))
                .map(violation -> violation.wrong() + " · " + violation.right())
                .collect(Collectors.joining("; "));
        return told.isEmpty() ? null : told;
    }

    private static String sentence(String description) {
        return description.isEmpty()
                ? description
                : Character.toUpperCase(description.charAt(0)) + description.substring(1);
    }

    private static void flatten(String pointer, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.fields()
                    .forEachRemaining(member -> flatten(pointer + "/" + member.getKey(), member.getValue(), values));
        } else if (node.isArray()
                && StreamSupport.stream(node.spliterator(), false).noneMatch(JsonNode::isTextual)) {
            IntStream.range(0, node.size()).forEach(i -> flatten(pointer + "/" + i, node.get(i), values));
        } else if (node.isArray()) {
            values.put(
                    pointer,
                    StreamSupport.stream(node.spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.joining("\n")));
        } else if (node.isNumber()) {
            values.put(pointer, node.decimalValue().toPlainString());
        } else if (!node.isNull()) {
            values.put(pointer, node.asText());
        }
    }
}
