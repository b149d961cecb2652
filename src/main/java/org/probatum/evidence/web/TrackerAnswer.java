package org.probatum.evidence.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.tracker.Tracker;

/** A tracker as programs and pages see it: who the service is there, and never by what secret. */
record TrackerAnswer(
        long id,
        String name,
        String kind,
        String url,
        Tracker.Auth auth,
        @Nullable String username,
        boolean writesBack,
        Instant created) {
    static TrackerAnswer of(Tracker tracker) {
        return new TrackerAnswer(
                tracker.id(),
                tracker.name(),
                tracker.kind(),
                tracker.url(),
                tracker.auth(),
                tracker.username(),
                tracker.writesBack(),
                tracker.createdAt());
    }
}
