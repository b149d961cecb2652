package org.probatum.evidence.tracker;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An import that a worker holds: as long as it says so now and then, nobody else works on it. */
record ImportTask(
        long id,
        UUID worker,
        long decision,
        String key,
        long tracker,
        long askedBy,
        boolean hashArtifacts,
        List<String> experiments,
        @Nullable String filter,
        boolean listed,
        @Nullable String pageToken) {
    /** A run still to be imported. */
    record Waiting(int place, String run) {}
}
