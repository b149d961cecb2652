package org.probatum.gate.difference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place that reads otherwise than it did.
 *
 * @param path the place in page words: "Option Boosted trees › Title"
 * @param before what it said; null when it is new
 * @param after what it says; null when it is gone
 * @param marks the text of both, word by word, where both are prose; else empty
 */
public record Change(
        String path,
        Kind kind,
        @Nullable String before,
        @Nullable String after,
        List<Mark> marks) {
    /** What happened to the place. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** A stretch of text that stayed, went or came. */
    public record Mark(Stretch is, String text) {}

    /** What became of a stretch of text. */
    public enum Stretch {
        SAME,
        REMOVED,
        ADDED
    }
}
