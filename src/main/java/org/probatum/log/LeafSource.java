package org.probatum.log;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where events are kept that the log takes in. Their rows are the events; the log keeps what proves that they are unchanged. */
public interface LeafSource {
    /** What the source is called in leaves and in the table of what waits. */
    String name();

    /**
     * An event as it is kept.
     *
     * @param actor who did it, as an opaque name; null when the service did
     * @param subject the digest of what it is about, where there is one
     * @param payload everything else that is said of it, as JSON
     */
    record Kept(
            long id,
            Instant at,
            String type,
            @Nullable String team,
            @Nullable String decision,
            @Nullable Integer seq,
            @Nullable String actor,
            @Nullable String subject,
            String payload) {}

    /** Those of the events that are there, by id. */
    List<Kept> read(Collection<Long> ids);

    /** The table that they are rows of, by {@code id}. */
    String table();
}
