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
            return new Cursor(Instant.parse(parts[0]), Long.parseLong(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw Problem.invalid(List.of(Violation.at(
                    "/after", "\"" + words + "\" is no cursor of this list", "the one in the list's next link")));
        }
    }

    /** A page size within bounds. */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > MAX_LIMIT) {
            throw Problem.invalid(
                    List.of(Violation.at("/limit", asked + " is out of range", "a number from 1 to " + MAX_LIMIT)));
        }
        return asked;
    }
}
