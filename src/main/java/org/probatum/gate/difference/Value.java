package org.probatum.gate.difference;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A value of the material as its pages show it: with its unit, a person by name, a day as a day. */
final class Value {
    private static final Set<String> PEOPLE = Set.of("owner", "accountable", "assessedBy", "onBehalfOf");
    /** Fields whose values are names of the service's own, not somebody's words. */
    private static final Set<String> NAMED = Set.of(
            "category",
            "subject",
            "productionImpact",
            "dataSensitivity",
            "reversibility",
            "direction",
            "dimension",
            "likelihood",
            "impact",
            "residualLikelihood",
            "residualImpact");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final UnaryOperator<String> names;

    Value(UnaryOperator<String> names) {
        this.names = names;
    }

    /** It reads as one value though it has parts: a measurable condition, a tolerance. */
    static boolean isOne(JsonNode node) {
        return node.isValueNode() || node.has("operator") || node.has("window") || isTolerance(node);
    }

    private static boolean isTolerance(JsonNode node) {
        return node.has("absolute") || node.has("relative");
    }

    /** The value of a field in words. */
    String words(String field, JsonNode value) {
        if (value.isObject()) {
            return isTolerance(value) ? tolerance(value) : isOne(value) ? condition(value) : all(value);
        }
        if (value.isArray()) {
            List<String> each = new ArrayList<>();
            value.forEach(entry -> each.add(words(field, entry)));
            return String.join(", ", each);
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? "yes" : "no";
        }
        if (value.isNumber()) {
            return number(value) + (field.equals("rating") ? " of 4" : field.equals("seeds") ? " seeds" : "");
        }
        return text(field, value.asText());
    }

    private String text(String field, String text) {
        if (PEOPLE.contains(field)) {
            return names.apply(text);
        }
        if (field.equals("due") && text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return DAY.format(LocalDate.parse(text));
        }
        return NAMED.contains(field) ? text.toLowerCase(Locale.ROOT).replace('_', ' ') : text;
    }

    /** "auc ≥ 0.8 over 7 days". */
    private static String condition(JsonNode test) {
        String window = test.path("window").asText("");
        String over = window.matches("P[0-9]+D")
                ? " over " + window.substring(1, window.length() - 1) + (window.equals("P1D") ? " day" : " days")
                : window.isEmpty() ? "" : " over " + window;
        return (test.path("metric").asText("") + " " + test.path("operator").asText("") + " "
                                + number(test.path("value")))
                        .strip()
                + over;
    }

    private static String tolerance(JsonNode tolerance) {
        List<String> both = new ArrayList<>();
        if (tolerance.has("absolute")) {
            both.add("± " + number(tolerance.get("absolute")));
        }
        if (tolerance.has("relative")) {
            both.add("± " + percent(tolerance.get("relative").decimalValue()) + " %");
        }
        return String.join(", ", both);
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString();
    }

    private static String number(JsonNode number) {
        return number.isNumber() ? number.decimalValue().toPlainString() : number.asText("");
    }

    /** Everything in an entry that is new or gone. */
    private String all(JsonNode entry) {
        List<String> each = new ArrayList<>();
        entry.fields().forEachRemaining(field -> {
            if (!field.getKey().equals("id") && !Difference.isNothing(field.getValue())) {
                each.add(Labels.field(field.getKey()) + ": " + words(field.getKey(), field.getValue()));
            }
        });
        return String.join("; ", each);
    }
}
