package org.probatum.policy;

import java.util.Optional;
import java.util.regex.Pattern;
import org.probatum.decision.MaterialPart;
import org.probatum.decision.Slot;

/** What an output cell may say: one literal of its column's kind. */
final class OutputValue {
    private static final Pattern STRING = Pattern.compile("\"[^\"\\\\\\p{Cntrl}]*\"");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,5}");
    private static final int LONGEST = 500;

    /** What is wrong with a cell, and what would be right. */
    record Wrong(String wrong, String right) {}

    private OutputValue() {}

    /** The literal as plain text, of a cell that is right. */
    static String plain(String cell) {
        String text = cell.strip();
        return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    static Optional<Wrong> check(Column column, String cell) {
        String text = cell.strip();
        if (column.kind() == Column.Kind.WHOLE) {
            return whole(column, text);
        }
        if (!STRING.matcher(text).matches()) {
            return wrong(text.isEmpty() ? "it says nothing" : "it is no text literal", example(column));
        }
        String said = plain(text);
        return switch (column.kind()) {
            case SLOTS -> parsed(() -> Slot.read(said));
            case MATERIAL -> parsed(() -> MaterialPart.read(said));
            case TEXT -> said.isBlank() ? wrong("it says nothing", "a sentence in quotes") : sized(said);
            case MAYBE_TEXT -> sized(said);
            default ->
                column.words().contains(said)
                        ? Optional.empty()
                        : wrong("\"" + said + "\" is no value of " + column.name(), example(column));
        };
    }

    private static Optional<Wrong> whole(Column column, String text) {
        boolean right = NUMBER.matcher(text).matches()
                && Integer.parseInt(text) >= column.least()
                && Integer.parseInt(text) <= column.most();
        return right
                ? Optional.empty()
                : wrong(
                        text.isEmpty() ? "it says nothing" : text + " is not within bounds",
                        "a whole number from " + column.least() + " to " + column.most());
    }

    private static Optional<Wrong> sized(String said) {
        return said.length() <= LONGEST
                ? Optional.empty()
                : wrong("it has " + said.length() + " characters", "at most " + LONGEST);
    }

    private static Optional<Wrong> parsed(Runnable reading) {
        try {
            reading.run();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            String[] told = String.valueOf(e.getMessage()).split("; ", 2);
            return wrong(told[0], told.length > 1 ? told[1] : "another value");
        }
    }

    private static String example(Column column) {
        return switch (column.kind()) {
            case SLOTS -> "such as \"2 × SECURITY, 1 × RISK_OWNER\"";
            case MATERIAL -> "such as \"profile, scope\"";
            case WORD -> "one of \"" + String.join("\", \"", column.words()) + "\"";
            default -> "a text in quotes";
        };
    }

    private static Optional<Wrong> wrong(String wrong, String right) {
        return Optional.of(new Wrong(wrong, right));
    }
}
