package org.probatum.publication.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.probatum.publication.bundle.Happened;

/** A decision's events as they come by: whether any number between them is missing, and what its record is held against. */
final class Trail {
    final Happened happened = new Happened();
    boolean recorded;
    private final TreeSet<Long> ahead = new TreeSet<>();
    private long whole;
    private boolean doubled;

    /** Nodes number in blocks of their own, so events of one decision may come in another order. */
    void add(JsonNode leaf, @Nullable JsonNode payload) {
        long seq = leaf.path("seq").asLong(-1);
        if (seq <= whole || !ahead.add(seq)) {
            doubled = true;
        }
        while (!ahead.isEmpty() && ahead.first() == whole + 1) {
            whole = ahead.pollFirst();
        }
        happened.add(leaf, payload);
    }

    /** What is wrong with the numbers, as a clause; null when nothing is. */
    @Nullable
    String fault() {
        return doubled
                ? "an event is in the log twice"
                : ahead.isEmpty() ? null : "event " + (whole + 1) + " is missing, and " + ahead.first() + " is there";
    }
}
