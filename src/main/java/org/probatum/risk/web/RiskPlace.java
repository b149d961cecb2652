package org.probatum.risk.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/** A place in the register, which is ordered by urgency (the points, most first), due day and id. Opaque to callers. */
record RiskPlace(int urgency, LocalDate due, long id) {
    private static final RiskPlace BEGINNING = new RiskPlace(Integer.MIN_VALUE, LocalDate.of(1, 1, 1), 0);
    private static final int LAST_YEAR = 9999;

    /** As a query parameter carries it. */
    String words() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((urgency + " " + due + " " + id).getBytes(StandardCharsets.UTF_8));
    }

    /** The place a query parameter carries, or the beginning. */
    static RiskPlace of(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return BEGINNING;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(words), StandardCharsets.UTF_8).split(" ", 3);
            RiskPlace place =
                    new RiskPlace(Integer.parseInt(parts[0]), LocalDate.parse(parts[1]), Long.parseLong(parts[2]));
            if (place.due.getYear() >= 1 && place.due.getYear() <= LAST_YEAR) {
                return place;
            }
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            // Told below, like a place out of reach.
        }
        throw Problem.invalid(List.of(Violation.at(
                "/after", "\"" + words + "\" is no cursor of this list", "the one in the list's next link")));
    }
}
