package org.probatum.notification.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.probatum.notification.Happening;
import org.probatum.notification.Message;
import org.probatum.shared.Json;

/** What a webhook carries, described by {@code /schemas/webhook-1.json}: the same bytes at every attempt. */
record Payload(String type, Instant timestamp, Data data) {
    record Data(Subject decision, Event event) {}

    record Subject(
            String key,
            String title,
            String category,
            @Nullable String tier,
            String stage,
            String team,
            String url) {}

    record Event(int sequence, String summary, @Nullable String actor) {}

    static String of(Message.Content content, String base) {
        Happening happening = content.happening();
        Happening.Subject about = happening.subject();
        Subject subject = new Subject(
                about.key(),
                about.title(),
                about.category(),
                about.tier(),
                about.stage(),
                about.team(),
                base + content.path());
        Event event = new Event(happening.sequence(), happening.sentence(), happening.actor());
        return Json.write(new Payload(content.topic(), happening.at(), new Data(subject, event)));
    }
}
