package org.probatum.shared.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** A place in a list ordered by time and id: the next page starts after it. Opaque to callers. */
public record Cursor(Instant at, long id) {
    /** Page sizes: what is given when none is asked for, and the most. */
    public static final int DEFAULT_LIMIT = 20;

    public static final int MAX_LIMIT = 200;

    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    /** As a query parameter carries it. */
    public String words() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((at + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** The cursor a query parameter carries, or where a list begins. */
    public static Cursor of(@Nullable String words, Cursor beginning) {
        if (words == null || words.isBlank()) {
            return beginning;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(words), StandardCharsets.UTF_8).split(" ", 2);
            Cursor cursor = new Cursor(Instant.parse(parts[0]), Long.parseLong(parts[1]));
            if (cursor.at.isBefore(Instant.EPOCH) || cursor.at.isAfter(END)) {
                throw noCursor(words);
            }
            return cursor;
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw noCursor(words);
        }
    }

    /** A page size within bounds, as a query parameter asks for it. */
    public static int limit(@Nullable String asked) {
        return asked == null ? DEFAULT_LIMIT : number("limit", asked, MAX_LIMIT);
    }

    /** A whole number from 1 that a query parameter carries. */
    public static int number(String parameter, String asked, int most) {
        if (!asked.matches("[0-9]{1,9}") || Integer.parseInt(asked) < 1 || Integer.parseInt(asked) > most) {
            throw Problem.invalid(List.of(
                    Violation.at("/" + parameter, "\"" + asked + "\" is out of range", "a number from 1 to " + most)));
        }
        return Integer.parseInt(asked);
    }

    private static Problem noCursor(String words) {
        return Problem.invalid(List.of(Violation.at(
                "/after", "\"" + words + "\" is no cursor of this list", "the one in the list's next link")));
    }
}
