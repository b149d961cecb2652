package org.probatum.notification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is told: what, when, by whom, of which decision as that stands when it is told.
 *
 * @param type the event's stable name, such as StageSubmitted
 * @param actorId null when the service itself acted
 */
public record Happening(
        long eventId,
        String type,
        Instant at,
        int sequence,
        @Nullable Long actorId,
        @Nullable String actor,
        @Nullable String actorName,
        String summary,
        @JsonIgnore @Nullable JsonNode details,
        Subject subject) {

    /** The decision it happened to. */
    public record Subject(
            long id,
            String key,
            String title,
            String category,
            @Nullable String tier,
            String stage,
            long teamId,
            String team,
            String teamName) {}

    /** What happened, in a sentence without its end: "Ivo Marek approved the scope gate". */
    public String sentence() {
        return actorName == null
                ? summary.substring(0, 1).toUpperCase(Locale.ROOT) + summary.substring(1)
                : actorName + " " + summary;
    }

    /** A detail that is a word; empty when the event has none of that name. */
    public String word(String name) {
        return details == null ? "" : details.path(name).asText("");
    }

    /** The name that receivers outside choose it by: StageSubmitted is decision.stage_submitted. */
    public String topic() {
        return Topics.of(type);
    }
}
