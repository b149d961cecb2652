package org.probatum.gate.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.probatum.gate.difference.Change.Kind;

/** Walks two readings of the same parts of a decision and tells every place where they differ. Knows neither pages nor database. */
public final class Difference {
    /** Entries that are no texts of their own: another one is another one. */
    private static final Set<String> LOOSE = Set.of("runs", "tags", "evidence");

    private static final Comparator<JsonNode> ALIKE =
            (a, b) -> a.isNumber() && b.isNumber() ? a.decimalValue().compareTo(b.decimalValue()) : a.equals(b) ? 0 : 1;

    private final Value values;
    private final UnaryOperator<String> options;
    private final List<Change> changes = new ArrayList<>();

    private Difference(UnaryOperator<String> names, UnaryOperator<String> options) {
        this.values = new Value(names);
        this.options = options;
    }

    /**
     * What differs between two readings.
     *
     * @param before the parts as they were, by the words of their names
     * @param after the same parts as they are
     * @param names what people are called, by username
     */
    public static List<Change> between(
            Map<String, JsonNode> before, Map<String, JsonNode> after, UnaryOperator<String> names) {
        JsonNode choice = after.getOrDefault("options", before.getOrDefault("options", MissingNode.getInstance()));
        Difference difference = new Difference(names, id -> title(choice, id));
        Set<String> parts = new LinkedHashSet<>(after.keySet());
        parts.addAll(before.keySet());
        for (String part : parts) {
            difference.walk(
                    Labels.isNamed(part) ? Labels.field(part) : "",
                    part,
                    before.getOrDefault(part, MissingNode.getInstance()),
                    after.getOrDefault(part, MissingNode.getInstance()));
        }
        return List.copyOf(difference.changes);
    }

    private void walk(String path, String field, JsonNode was, JsonNode is) {
        if (same(was, is) || isNothing(was) && isNothing(is)) {
            return;
        }
        if (was.isArray() || is.isArray()) {
            entries(path, field, was, is);
        } else if (isOpen(was) && isOpen(is) || path.isEmpty()) {
            Set<String> fields = new LinkedHashSet<>();
            is.fieldNames().forEachRemaining(fields::add);
            was.fieldNames().forEachRemaining(fields::add);
            for (String name : fields) {
                walk(
                        at(path, list(is.path(name), was.path(name)) ? "" : Labels.field(name)),
                        name,
                        was.path(name),
                        is.path(name));
            }
        } else {
            tell(path, field, was, is);
        }
    }

    private void entries(String path, String field, JsonNode was, JsonNode is) {
        List<JsonNode> before = new ArrayList<>();
        List<JsonNode> after = new ArrayList<>();
        was.forEach(before::add);
        is.forEach(after::add);
        Pairs pairs = Pairs.of(before, after, LOOSE.contains(field));
        for (int place = 0; place < after.size(); place++) {
            int origin = pairs.origin(place);
            JsonNode old = origin < 0 ? MissingNode.getInstance() : before.get(origin);
            walk(at(path, entry(field, after.get(place), place)), field, old, after.get(place));
        }
        for (int place : pairs.gone()) {
            walk(at(path, entry(field, before.get(place), place)), field, before.get(place), MissingNode.getInstance());
        }
    }

    private void tell(String path, String field, JsonNode was, JsonNode is) {
        if (isNothing(was)) {
            changes.add(new Change(path, Kind.ADDED, null, words(field, is), List.of()));
        } else if (isNothing(is)) {
            changes.add(new Change(path, Kind.REMOVED, words(field, was), null, List.of()));
        } else {
            String before = words(field, was);
            String after = words(field, is);
            changes.add(new Change(path, Kind.CHANGED, before, after, Prose.marks(before, after)));
        }
    }

    private String words(String field, JsonNode value) {
        return field.equals("selected") ? options.apply(value.asText()) : values.words(field, value);
    }

    /** "Option Boosted trees", "Claim 2", "Trade-off security of Boosted trees". */
    private String entry(String list, JsonNode entry, int place) {
        String noun = Labels.entry(list);
        if (LOOSE.contains(list)) {
            return noun;
        }
        if (entry.has("dimension")) {
            return noun + " " + values.words("dimension", entry.get("dimension")) + " of "
                    + options.apply(entry.path("option").asText());
        }
        String name = entry.path("title")
                .asText(entry.path("id").asText(entry.path("field").asText("")));
        return noun + " " + (name.isEmpty() ? String.valueOf(place + 1) : name);
    }

    private static String title(JsonNode choice, String id) {
        for (JsonNode option : choice.path("options")) {
            if (option.path("id").asText().equals(id)) {
                return option.path("title").asText(id);
            }
        }
        return id;
    }

    private static String at(String path, String step) {
        return path.isEmpty() ? step : step.isEmpty() ? path : path + " › " + step;
    }

    private static boolean list(JsonNode is, JsonNode was) {
        return is.isArray() || was.isArray();
    }

    private static boolean isOpen(JsonNode node) {
        return node.isObject() && !Value.isOne(node);
    }

    /** Nothing is said there. */
    static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isContainerNode() && node.isEmpty();
    }

    /** Both say the same; a number is the same however it is written. */
    static boolean same(JsonNode a, JsonNode b) {
        return a.equals(ALIKE, b);
    }
}
