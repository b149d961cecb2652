package org.probatum.shared.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.probatum.shared.Json;

/** How templates write times, names and numbers: relative for people, exact beside it. */
@TemplateExtension
public final class Words {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Words() {}

    /** "TRADE_OFFS" as "trade-offs". */
    public static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The first eight digits of a digest, enough to tell two apart by eye. */
    public static String brief(String digest) {
        int from = digest.indexOf(':') + 1;
        return digest.substring(from, Math.min(digest.length(), from + 8));
    }

    /** The id of the form field that a JSON pointer names. */
    public static String fieldId(String pointer) {
        return Field.id(pointer);
    }

    /** A JSON pointer as people read it: "/outcomes/0/metric" as "outcomes 1, metric". */
    public static String place(String pointer) {
        String words = pointer.isEmpty() ? "the whole" : pointer.substring(1).replaceAll("([a-z])([A-Z])", "$1 $2");
        Matcher rows = Pattern.compile("/([0-9]{1,3})(?=/|$)").matcher(words.startsWith("/") ? words : "/" + words);
        return rows.replaceAll(row -> " " + (Integer.parseInt(row.group(1)) + 1))
                .strip()
                .replaceFirst("^/", "")
                .replace("/", ", ")
                .toLowerCase(Locale.ROOT);
    }

    /** JSON text over several lines. */
    public static String pretty(String json) {
        return Json.read(json, JsonNode.class).toPrettyString();
    }

    /** "P7D" as "7 days". */
    public static String span(String window) {
        if (window.matches("P[0-9]+D")) {
            int days = Integer.parseInt(window.substring(1, window.length() - 1));
            return days == 1 ? "1 day" : days + " days";
        }
        return window;
    }

    /** "3 h ago", "in 2 days". */
    public static String ago(Instant time) {
        return relative(Duration.between(time, Instant.now()));
    }

    /** "12 Nov 2026, 09:30 UTC". */
    public static String exact(Instant time) {
        return EXACT.format(time);
    }

    /** "12 Nov 2026". */
    public static String day(Instant time) {
        return DAY.format(time.atZone(ZoneOffset.UTC));
    }

    /** "12 Nov 2026". */
    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** The moment has passed. */
    public static boolean past(Instant time) {
        return time.isBefore(Instant.now());
    }

    /** The moment as machines read it: "2026-11-12T09:30:00Z". */
    public static String iso(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** "due in 2 days", "3 days late". */
    public static String due(Instant time) {
        String words = ago(time);
        if (words.equals("just now")) {
            return "due now";
        }
        return past(time) ? words.replace(" ago", " late") : "due " + words;
    }

    /** How a due time is coloured: bad when past, warn within two days, else empty. */
    public static String urgency(Instant time) {
        if (past(time)) {
            return "bad";
        }
        return time.isBefore(Instant.now().plus(Duration.ofDays(2))) ? "warn" : "";
    }

    /** "RISK_OWNER" as "Risk owner". */
    public static String label(Enum<?> constant) {
        return label(constant.name());
    }

    /** "RISK_OWNER" as "Risk owner". */
    public static String label(String constant) {
        String words = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** In lower case, for the middle of a sentence. */
    public static String lower(String words) {
        return words.toLowerCase(Locale.ROOT);
    }

    /** "1 run", "3 runs". */
    public static String of(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** A sentence with its full stop. */
    public static String sentence(String words) {
        return words.isEmpty() || words.matches("(?s).*[.!?]\\s*") ? words : words + ".";
    }

    /** A form field's pointer as a person would call it: "/name" as "name". */
    public static String fieldName(String pointer) {
        return pointer.isEmpty() ? "the form" : pointer.substring(1).replace('/', ' ');
    }

    /** A number as it was written, without padding. */
    public static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String relative(Duration since) {
        Duration size = since.abs();
        String words;
        if (size.toMinutes() < 1) {
            return "just now";
        } else if (size.toHours() < 1) {
            words = size.toMinutes() + " min";
        } else if (size.toHours() < 24) {
            words = size.toHours() + " h";
        } else if (size.toDays() < 60) {
            words = size.toDays() == 1 ? "1 day" : size.toDays() + " days";
        } else {
            words = size.toDays() / 30 + " months";
        }
        return since.isNegative() ? "in " + words : words + " ago";
    }
}
