package org.probatum.evidence.tracker;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Json;

/**
 * What a tracker says of a run, in an order of its own whatever the tracker's: two are equal, and have the same digest, when
 * it says the same. Times are milliseconds since 1970; values are text, so that NaN and the infinities are among them.
 *
 * @param artifacts sizes in bytes by path; null when the tracker could not list them
 */
public record TrackerFacts(
        String run,
        String experiment,
        String name,
        String status,
        String lifecycle,
        @Nullable String user,
        @Nullable Long started,
        @Nullable Long ended,
        SortedMap<String, String> params,
        SortedMap<String, String> tags,
        SortedMap<String, LastValue> metrics,
        List<DatasetUse> datasets,
        List<String> outputs,
        @Nullable SortedMap<String, Long> artifacts) {

    /** The last value of a metric, and where it stood. */
    public record LastValue(
            String value, long step, @Nullable String dataset) {}

    /** A dataset that the run says it read. The digest is the tracker's own: of a sample, and proof of nothing. */
    public record DatasetUse(
            String name,
            @Nullable String digest,
            @Nullable String sourceType,
            @Nullable String source,
            @Nullable String schema,
            @Nullable String profile,
            @Nullable String context) {}

    public TrackerFacts {
        params = new TreeMap<>(params);
        tags = new TreeMap<>(tags);
        metrics = new TreeMap<>(metrics);
        datasets = List.copyOf(datasets);
        outputs = List.copyOf(outputs);
        artifacts = artifacts == null ? null : new TreeMap<>(artifacts);
    }

    /** The digest of their canonical JSON. */
    public String digest() {
        return Json.digest(this);
    }

    /** It was deleted, and can still be read. */
    public boolean wasDeleted() {
        return lifecycle.equals("deleted");
    }
}
