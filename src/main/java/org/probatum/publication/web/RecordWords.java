package org.probatum.publication.web;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Gate;
import org.probatum.decision.material.Direction;
import org.probatum.decision.material.MetricTest;
import org.probatum.publication.RecordDocument;
import org.probatum.risk.web.Holding.Standing;
import org.probatum.shared.web.Words;

/** How a record words what its document holds, on the page and in Markdown. */
@TemplateExtension
final class RecordWords {
    private static final int RATINGS = 4;
    private static final Pattern TICKS = Pattern.compile("`+");

    private RecordWords() {}

    static String gateTitle(RecordDocument.GateEntry entry) {
        return Gate.valueOf(entry.gate()).title();
    }

    /** The status of a MADR. */
    static String status(Standing standing) {
        return standing.successor()
                .map(key -> "superseded by " + key)
                .orElseGet(() -> standing.validity().holds()
                        ? "accepted"
                        : standing.validity().title().toLowerCase(Locale.ROOT));
    }

    static String mark(RecordDocument.Line line) {
        return switch (line.state()) {
            case "satisfied" -> "✓";
            case "waived" -> "◐";
            case "not applicable" -> "–";
            default -> "✕";
        };
    }

    static String tone(RecordDocument.Line line) {
        return switch (line.state()) {
            case "satisfied" -> "good";
            case "waived" -> "warn";
            case "not applicable" -> "na";
            default -> "bad";
        };
    }

    static String sign(Direction direction) {
        return direction == Direction.HIGHER ? "≥" : "≤";
    }

    /** "●●●○" for 3. */
    static String dots(@Nullable Integer rating) {
        int filled = rating == null ? 0 : Math.max(0, Math.min(RATINGS, rating));
        return "●".repeat(filled) + "○".repeat(RATINGS - filled);
    }

    /** "approval rate delta <= 0.02 over P21D". */
    static String test(@Nullable MetricTest test) {
        if (test == null) {
            return "";
        }
        String value = test.value() == null ? "" : " " + Words.plain(test.value());
        String window = test.window() == null ? "" : " over " + window(test.window());
        return (test.metric() == null ? "" : test.metric())
                + (test.operator() == null ? "" : " " + operator(test.operator()))
                + value
                + window;
    }

    /** The first digits of a digest, enough to tell two apart. */
    static String brief(String digest) {
        return digest.length() > 19 ? digest.substring(0, 19) + "…" : digest;
    }

    /** Text as Markdown shows it, on one line: nothing in it is markup. */
    static RawString md(@Nullable String text) {
        if (text == null) {
            return new RawString("");
        }
        String line = text.strip().replaceAll("\\s+", " ");
        String escaped = line.replaceAll("([\\\\`*_\\[\\]|~$])", "\\\\$1")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        return new RawString(escaped.replaceFirst("^([#+=-])", "\\\\$1").replaceFirst("^(\\d+)([.)])", "$1\\\\$2"));
    }

    /** Text in code ticks, whatever ticks it holds itself. */
    static RawString code(String text) {
        String line = text.strip().replaceAll("\\s+", " ").replace("|", "\\|");
        if (!line.contains("`")) {
            return new RawString("`" + line + "`");
        }
        int longest = TICKS.matcher(line)
                .results()
                .mapToInt(ticks -> ticks.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(longest + 1);
        return new RawString(fence + " " + line + " " + fence);
    }

    private static String operator(String written) {
        return switch (written) {
            case "<=" -> "≤";
            case ">=" -> "≥";
            default -> written;
        };
    }

    private static String window(String period) {
        return period.matches("P\\d+D")
                ? Words.of(Integer.parseInt(period.substring(1, period.length() - 1)), "day")
                : period.toUpperCase(Locale.ROOT);
    }
}
