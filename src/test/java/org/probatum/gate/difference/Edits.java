package org.probatum.gate.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.probatum.gate.difference.Change.Kind;

/** Random edits of a reading, and where a reader would look for each: told from the tree, by a table of the test's own. */
final class Edits {
    /** What was done, and the place and kind a reader is to be told. */
    record Edit(String path, Kind kind, String what) {}

    private static final Map<String, String> NOUNS = Map.ofEntries(
            Map.entry("outcomes", "Outcome"),
            Map.entry("assumptions", "Assumption"),
            Map.entry("criteria", "Criterion"),
            Map.entry("options", "Option"),
            Map.entry("rationale", "Claim"),
            Map.entry("trade-offs", "Trade-off"),
            Map.entry("risks", "Risk"),
            Map.entry("rollout", "Rollout step"),
            Map.entry("follow-ups", "Follow-up"),
            Map.entry("runs", "Run"),
            Map.entry("tags", "Tag"),
            Map.entry("evidence", "Evidence"),
            Map.entry("steps", "Step"));
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("claim", "Text"),
            Map.entry("check", "How it is checked"),
            Map.entry("go", "Go when"),
            Map.entry("noConstraintsReason", "Why there is no hard constraint"),
            Map.entry("namedDifference", "Named difference"),
            Map.entry("action", "What is to be done"),
            Map.entry("accountable", "Who is accountable"));
    private static final List<String> UNTOUCHED = List.of("id", "option", "dimension", "operator");

    private final List<Runnable> acts = new ArrayList<>();
    private final List<Edit> edits = new ArrayList<>();
    private final Map<String, JsonNode> reading;
    private final Random random;

    private Edits(Map<String, JsonNode> reading, Random random) {
        this.reading = reading;
        this.random = random;
    }

    /** Makes one of all edits the reading allows. */
    static Edit random(Map<String, JsonNode> reading, Random random) {
        Edits all = new Edits(reading, random);
        reading.forEach((part, content) -> all.offer(
                content.isArray() || part.equals("scope") || part.equals("options") ? "" : capital(part),
                part,
                content));
        int chosen = random.nextInt(all.edits.size());
        all.acts.get(chosen).run();
        return all.edits.get(chosen);
    }

    private void offer(String path, String field, JsonNode node) {
        if (node.isArray()) {
            ArrayNode list = (ArrayNode) node;
            for (int i = 0; i < list.size(); i++) {
                int place = i;
                String entry = at(path, entry(field, list.get(i), i));
                offer(entry, field, list.get(i));
                add(entry, Kind.REMOVED, "remove", () -> list.remove(place));
                if (list.get(i).isTextual() && field.equals("steps")) {
                    add(entry, Kind.CHANGED, "reword", () -> list.set(place, "other" + random.nextInt()));
                }
            }
            addTo(path, field, list);
        } else if (node.isObject()) {
            node.fieldNames().forEachRemaining(name -> {
                JsonNode child = node.get(name);
                String to = at(path, child.isArray() ? "" : FIELDS.getOrDefault(name, capital(name)));
                if (UNTOUCHED.contains(name)) {
                    return;
                }
                if (child.isValueNode()) {
                    String place =
                            node.has("operator") || node.has("absolute") ? path : name.equals("title") ? null : to;
                    if (place != null) {
                        add(place, Kind.CHANGED, "set " + name, () -> other((ObjectNode) node, name));
                    }
                } else {
                    offer(to, name, child);
                }
            });
        }
    }

    private void addTo(String path, String field, ArrayNode list) {
        JsonNode like = list.get(0);
        JsonNode fresh = like.isTextual()
                ? com.fasterxml.jackson.databind.node.TextNode.valueOf("fresh" + random.nextInt())
                : renewed((ObjectNode) like.deepCopy());
        add(at(path, entry(field, fresh, list.size())), Kind.ADDED, "add", () -> list.add(fresh));
    }

    private ObjectNode renewed(ObjectNode entry) {
        List<String> names = new ArrayList<>();
        entry.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (name.equals("dimension")) {
                entry.put(name, "DZ");
            } else if (entry.get(name).isTextual() && !name.equals("option")) {
                entry.put(name, name.equals("due") ? "2027-01-01" : "fresh" + random.nextInt());
            }
        }
        return entry;
    }

    private void other(ObjectNode parent, String name) {
        JsonNode value = parent.get(name);
        if (value.isNumber()) {
            parent.put(name, value.asDouble() + 1 + random.nextInt(9));
        } else {
            parent.put(name, name.equals("due") ? "2027-02-02" : "other" + random.nextInt());
        }
    }

    private void add(String path, Kind kind, String what, Runnable act) {
        edits.add(new Edit(path, kind, what + " at " + path));
        acts.add(act);
    }

    private String entry(String list, JsonNode entry, int place) {
        String noun = NOUNS.get(list);
        if (entry.isTextual()) {
            return list.equals("steps") ? noun + " " + (place + 1) : noun;
        }
        if (entry.has("dimension")) {
            return noun + " "
                    + entry.get("dimension")
                            .asText()
                            .toLowerCase(java.util.Locale.ROOT)
                            .strip() + " of o0";
        }
        String name = entry.has("title")
                ? entry.get("title").asText()
                : entry.path("id").asText();
        return noun + " " + (name.isEmpty() ? String.valueOf(place + 1) : name);
    }

    private static String at(String path, String step) {
        return path.isEmpty() ? step : step.isEmpty() ? path : path + " › " + step;
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
