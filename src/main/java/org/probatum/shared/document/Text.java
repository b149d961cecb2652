package org.probatum.shared.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/** What text may hold, and how a value is shown in a sentence. */
final class Text {
    private static final int SHOWN = 60;

    private Text() {}

    /** Line ends as one character, whoever typed them. */
    static String unixLines(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n");
    }

    /** What is wrong with the first character that may not be there. */
    static Optional<String> forbidden(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\t') {
                return Optional.of(named(c) + ", a control character, is not allowed in text");
            }
            if (reorders(c)) {
                return Optional.of(named(c) + ", which reorders what is read around it, is not allowed in text");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return Optional.of(named(c) + ", half of a surrogate pair, is not a character");
            }
        }
        return Optional.empty();
    }

    /** Overrides, embeddings and isolates of writing direction: with them a text reads otherwise than it is stored. */
    private static boolean reorders(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    static String named(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }

    static String shown(JsonNode value) {
        if (value.isTextual()) {
            return quoted(value.textValue());
        }
        if (value.isArray()) {
            return value.isEmpty() ? "an empty list" : "a list";
        }
        if (value.isObject()) {
            return "a group of keys";
        }
        return shortened(value.asText());
    }

    static String quoted(String text) {
        return '"' + shortened(text) + '"';
    }

    /** At most 60 characters, on one line, with nothing invisible in it. */
    static String shortened(String text) {
        StringBuilder shown = new StringBuilder();
        int left = SHOWN;
        int i = 0;
        while (i < text.length() && left-- > 0) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\n' || c == '\t') {
                shown.append(' ');
            } else if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE || reorders(c)) {
                shown.append(named(c));
            } else {
                shown.appendCodePoint(c);
            }
        }
        return i < text.length() ? shown.append('…').toString() : shown.toString();
    }
}
