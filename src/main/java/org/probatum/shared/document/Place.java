package org.probatum.shared.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a schema says of one place in a document: the schema that stands there and those it refers to, nearest first. None
 * where the schema knows of no such place. Combinations (anyOf and its like) are not followed.
 */
record Place(JsonNode root, List<JsonNode> schemas) {

    static Place of(JsonNode root, JsonNode schema) {
        List<JsonNode> schemas = new ArrayList<>();
        JsonNode next = schema;
        while (next.isObject() && schemas.size() < 10) {
            schemas.add(next);
            String reference = next.path("$ref").asText();
            next = reference.startsWith("#") ? root.at(reference.substring(1)) : MissingNode.getInstance();
        }
        return new Place(root, schemas);
    }

    Place at(List<String> segments) {
        Place place = this;
        for (String segment : segments) {
            place = place.child(segment);
        }
        return place;
    }

    Place child(String segment) {
        JsonNode member = keyword("properties").path(segment);
        if (!member.isMissingNode()) {
            return of(root, member);
        }
        return of(root, type().equals("array") ? keyword("items") : keyword("additionalProperties"));
    }

    JsonNode keyword(String name) {
        return holder(name).path(name);
    }

    String type() {
        return keyword("type").asText();
    }

    SortedSet<String> keys() {
        SortedSet<String> keys = new TreeSet<>();
        keyword("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    String description() {
        return keyword("description").asText();
    }

    /** The description beside a keyword: it says what the keyword demands. */
    String meaningOf(String keyword) {
        String meaning = holder(keyword).path("description").asText();
        return meaning.isEmpty() ? description() : meaning;
    }

    private JsonNode holder(String keyword) {
        for (JsonNode schema : schemas) {
            if (schema.has(keyword)) {
                return schema;
            }
        }
        return MissingNode.getInstance();
    }
}
