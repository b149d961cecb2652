package org.probatum.publication.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record with everything that proves it: its decision's events as they are in the log, each with the way from it to the root, and
 * the signed checkpoint that names the root.
 *
 * @param record the document that was published
 * @param checkpoint a signed note
 * @param since that the log begins as it did at an earlier checkpoint; null when that was not asked for
 * @param attestation the record as a signed statement of the digests it is about
 * @param extent that the events are all there were at the checkpoint, as a signed statement of an {@link Extent}
 */
public record Bundle(
        String apiVersion,
        String kind,
        String key,
        JsonNode record,
        List<Event> events,
        String checkpoint,
        @Nullable Since since,
        Envelope attestation,
        Envelope extent) {
    /** What {@link #kind} says. */
    public static final String KIND = "Bundle";

    /** What {@link #apiVersion} says. */
    public static final String VERSION = "probatum/v1";

    public static Bundle of(
            String key,
            JsonNode record,
            List<Event> events,
            String checkpoint,
            @Nullable Since since,
            Envelope attestation,
            Envelope extent) {
        return new Bundle(VERSION, KIND, key, record, events, checkpoint, since, attestation, extent);
    }

    /**
     * An event.
     *
     * @param index of its leaf, from 0
     * @param leaf the leaf's content, to the letter
     * @param payload what was said; null once it was erased
     * @param proof hashes from the leaf to the root, in base64
     */
    public record Event(long index, String leaf, @Nullable JsonNode payload, List<String> proof) {}

    /** Hashes that prove that the log extends what it was at a size, in base64. */
    public record Since(long size, List<String> proof) {}
}
