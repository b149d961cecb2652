package org.probatum.gate.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.probatum.shared.Json;

/** Random readings of a decision's parts. No two texts in one are the same. */
final class Readings {
    private final Random random;
    private int words;

    private Readings(Random random) {
        this.random = random;
    }

    static Map<String, JsonNode> copy(Map<String, JsonNode> reading) {
        Map<String, JsonNode> copy = new LinkedHashMap<>();
        reading.forEach((part, content) -> copy.put(part, content.deepCopy()));
        return copy;
    }

    static Map<String, JsonNode> random(Random random) {
        return new Readings(random).reading();
    }

    private Map<String, JsonNode> reading() {
        Map<String, JsonNode> reading = new LinkedHashMap<>();
        reading.put("title", Json.MAPPER.getNodeFactory().textNode(text()));
        reading.put("profile", object().put("category", "MODEL").set("tags", texts()));
        ObjectNode scope = object().put("noConstraintsReason", text());
        scope.set(
                "outcomes",
                some(i -> object().put("metric", text()).put("target", number()).put("statement", text())));
        scope.set("assumptions", some(i -> object().put("statement", text()).put("check", text())));
        scope.set("criteria", some(i -> (ObjectNode) object().put("id", "c" + i)
                .put("metric", text())
                .put("margin", number())
                .set("tolerance", object().put("absolute", number()))));
        reading.put("scope", scope);
        ObjectNode choice = object().put("namedDifference", text());
        choice.set("options", some(i -> (ObjectNode) object().put("id", "o" + i)
                .put("title", text())
                .put("description", text())
                .set("runs", texts())));
        choice.set("rationale", some(i ->
                (ObjectNode) object().put("claim", text()).set("evidence", texts())));
        reading.put("options", choice);
        reading.put("trade-offs", some(i -> object().put("option", "o0")
                .put("dimension", "D" + (char) ('A' + i))
                .put("rating", i)
                .put("reason", text())));
        reading.put("risks", some(i -> object().put("id", "r" + i)
                .put("title", text())
                .put("owner", text())
                .put("due", "2026-12-0" + i)));
        reading.put("rollout", some(i -> (ObjectNode) object().put("step", text())
                .set("go", object().put("metric", text()).put("operator", ">=").put("value", number()))));
        reading.put("rollback", object().put("owner", text()).set("steps", texts()));
        reading.put("follow-ups", some(i -> object().put("action", text()).put("accountable", text())));
        reading.put("summary", object().put("context", text()).put("decision", text()));
        return reading;
    }

    private static ObjectNode object() {
        return Json.MAPPER.createObjectNode();
    }

    private ArrayNode some(Function<Integer, ObjectNode> entry) {
        ArrayNode entries = Json.MAPPER.createArrayNode();
        int count = 1 + random.nextInt(4);
        for (int i = 1; i <= count; i++) {
            entries.add(entry.apply(i));
        }
        return entries;
    }

    private ArrayNode texts() {
        ArrayNode texts = Json.MAPPER.createArrayNode();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            texts.add(text());
        }
        return texts;
    }

    private double number() {
        return random.nextInt(1000) / 1000.0;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append("word").append(words++);
        }
        return text.toString();
    }
}
