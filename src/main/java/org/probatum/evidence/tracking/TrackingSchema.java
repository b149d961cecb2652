package org.probatum.evidence.tracking;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.probatum.decision.material.Category;
import org.probatum.shared.Json;

/** The tracking schema of a category: the run manifest's own schema, and on top of it what the category requires. */
public final class TrackingSchema {
    private static final String BASE = "run-1.json";
    private static final String ADDRESS = "https://probatum.org/schemas/";

    private TrackingSchema() {}

    /** What the schema of a category is served as: {@code run-model-1.json}. */
    public static String name(Category category) {
        return "run-" + category.name().toLowerCase(Locale.ROOT) + "-1.json";
    }

    /** The category whose schema is served under a name. */
    public static Optional<Category> category(String name) {
        return Arrays.stream(Category.values())
                .filter(category -> name(category).equals(name))
                .findFirst();
    }

    /** The schema of a category, as JSON Schema 2020-12. */
    public static ObjectNode of(Category category) {
        String words = category.name().toLowerCase(Locale.ROOT);
        ObjectNode schema = Json.MAPPER.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", ADDRESS + name(category));
        schema.put("title", "Run manifest of a " + words + " decision");
        schema.put(
                "description",
                "What every run that a " + words + " decision cites has to record, over and above the run manifest");
        ArrayNode all = schema.putArray("allOf");
        all.addObject().put("$ref", BASE);
        RunFields.requiredOf(category).forEach(field -> all.add(asked(field)));
        return schema;
    }

    private static ObjectNode asked(RunField field) {
        ObjectNode asked = Json.MAPPER.createObjectNode();
        asked.put("title", field.name());
        asked.put("description", field.record());
        ObjectNode itself = needing(field.segments());
        if (field.instead() != null) {
            RunField other = RunFields.named(field.instead()).orElseThrow();
            asked.putArray("anyOf").add(itself).add(needing(other.segments()));
        } else if (field.onlyWhen() != null) {
            asked.set("if", being(List.of(field.onlyWhen().substring(1).split("/"))));
            asked.set("then", itself);
        } else {
            asked.setAll(itself);
        }
        return asked;
    }

    /** Something has to stand at the place. */
    private static ObjectNode needing(List<String> segments) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        if (segments.isEmpty()) {
            return node.put("minItems", 1).put("minProperties", 1);
        }
        List<String> rest = segments.subList(1, segments.size());
        if (segments.get(0).equals("*")) {
            node.set("items", needing(rest));
            return node;
        }
        boolean inEntries = rest.contains("*");
        if (!inEntries) {
            node.putArray("required").add(segments.get(0));
        }
        node.putObject("properties").set(segments.get(0), needing(rest));
        return node;
    }

    /** It is true there. */
    private static ObjectNode being(List<String> segments) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        if (segments.isEmpty()) {
            return node.put("const", true);
        }
        node.putArray("required").add(segments.get(0));
        node.putObject("properties").set(segments.get(0), being(segments.subList(1, segments.size())));
        return node;
    }
}
