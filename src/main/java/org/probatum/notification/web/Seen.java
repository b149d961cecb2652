package org.probatum.notification.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.notification.Notifications;
import org.probatum.people.Actor;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;

/**
 * What somebody has read.
 *
 * @param ids single ones
 * @param upTo everything that happened until then
 */
record Seen(@Nullable List<String> ids, @Nullable String upTo) {
    void mark(Notifications notifications, Actor actor) {
        if (ids != null && !ids.isEmpty()) {
            notifications.markRead(actor, ids);
        }
        if (upTo != null) {
            notifications.markRead(actor, time(upTo));
        }
    }

    private static Instant time(String words) {
        try {
            return Instant.parse(words);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(List.of(
                    Violation.at("/upTo", "\"" + words + "\" is no time", "a time such as 2026-11-25T09:30:00Z")));
        }
    }
}
