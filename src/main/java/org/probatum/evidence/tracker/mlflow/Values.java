package org.probatum.evidence.tracker.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Digest;

/** How MLflow writes numbers and texts: NaN is a text, and the infinities are the greatest numbers it has. */
final class Values {
    private static final double INFINITE = 1.797e308;
    private static final int LONGEST = 4000;

    private Values() {}

    /** A metric's value. */
    static double number(JsonNode value) {
        return number(value.asText());
    }

    /** A metric's value as a file has it. */
    static double number(String text) {
        double number;
        try {
            number = switch (text) {
                case "inf", "Infinity" -> Double.POSITIVE_INFINITY;
                case "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
                case "nan", "NaN" -> Double.NaN;
                default -> Double.parseDouble(text);
            };
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
        return number >= INFINITE ? Double.POSITIVE_INFINITY : number <= -INFINITE ? Double.NEGATIVE_INFINITY : number;
    }

    /** The value as a manifest has it: what is no number is not there. */
    static @Nullable BigDecimal decimal(String value) {
        double number = number(value);
        return Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
    }

    /** A text as it can be kept; what is too long is named by its digest. */
    static String text(String said) {
        String clean = whole(said.replace("\u0000", "\ufffd"));
        return clean.length() <= LONGEST
                ? clean
                : Digest.of(clean) + " of " + clean.length() + " characters: " + cut(clean, 100) + "…";
    }

    /** The beginning of a text. */
    static String cut(String text, int most) {
        return text.length() <= most ? text : whole(text.substring(0, most));
    }

    /** Without halves of characters, which no database keeps. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** A field that may be absent. */
    static @Nullable String text(JsonNode of, String field) {
        JsonNode value = of.path(field);
        return value.isMissingNode() || value.isNull() || value.asText().isEmpty() ? null : text(value.asText());
    }

    static String text(JsonNode of, String field, String otherwise) {
        String said = text(of, field);
        return said == null ? otherwise : said;
    }

    /** A time in milliseconds; zero and nothing are the same. */
    static @Nullable Long millis(JsonNode of, String field) {
        long value = of.path(field).asLong(0);
        return value <= 0 || value > 9_000_000_000_000L ? null : value;
    }
}
