package org.probatum.evidence.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.evidence.tracking.Sight;
import org.probatum.shared.Json;

/** A manifest laid out for reading: each fact with its place and how it came to be known. */
final class RunFacts {
    private static final List<String> ORDER =
            List.of("code", "invocation", "environment", "hardware", "randomness", "search", "lineage");

    private final Manifest manifest;
    private final JsonNode tree;

    RunFacts(Manifest manifest) {
        this.manifest = manifest;
        this.tree = Json.MAPPER.valueToTree(manifest);
    }

    /** Facts about one thing. */
    record Group(String title, List<Fact> facts) {}

    /** One fact: what it is called, what it says, and how it came to be known. */
    record Fact(String label, String value, boolean code, Sight sight) {
        public String look() {
            return sight == Sight.OBSERVED ? "good" : "warn";
        }

        public String mark() {
            return sight == Sight.OBSERVED ? "●" : "○";
        }
    }

    /** Everything but the lists, group by group; what is not recorded is left out. */
    List<Group> groups() {
        return ORDER.stream()
                .filter(name -> !tree.path(name).isEmpty())
                .map(name -> new Group(words(name), facts("/" + name, tree.path(name))))
                .toList();
    }

    /** How an entry of a list came to be known. */
    public Fact sight(String list, int place) {
        return new Fact("", "", false, Sight.of(manifest.provenance(), "/" + list + "/" + place));
    }

    private List<Fact> facts(String at, JsonNode node) {
        List<Fact> facts = new ArrayList<>();
        node.fields().forEachRemaining(field -> {
            String pointer = at + "/" + field.getKey();
            JsonNode value = field.getValue();
            if (value.isObject() && !value.isEmpty()) {
                value.fields()
                        .forEachRemaining(inner -> facts.add(fact(
                                words(field.getKey()) + ": " + inner.getKey(),
                                inner.getValue(),
                                pointer + "/" + inner.getKey())));
            } else if (!value.isContainerNode() || !value.isEmpty()) {
                facts.add(fact(words(field.getKey()), value, pointer));
            }
        });
        return facts;
    }

    private Fact fact(String label, JsonNode value, String pointer) {
        return new Fact(label, text(value), value.isTextual(), Sight.of(manifest.provenance(), pointer));
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            List<String> each = new ArrayList<>();
            value.forEach(one -> each.add(
                    one.isObject()
                            ? (one.path("name").asText() + " "
                                            + one.path("version").asText(""))
                                    .strip()
                            : one.asText()));
            boolean packages = value.get(0).isObject();
            return String.join(packages ? ", " : " ", each);
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? "yes" : "no";
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    /** "lockFileDigest" as "Lock file digest". */
    private static String words(String name) {
        String words = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
