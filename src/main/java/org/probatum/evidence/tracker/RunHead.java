package org.probatum.evidence.tracker;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run as a list shows it; each metric by its last value, as the tracker writes it. */
public record RunHead(
        String id,
        String name,
        String experiment,
        String status,
        @Nullable String user,
        @Nullable Instant started,
        boolean deleted,
        Map<String, String> metrics) {}
