package org.probatum.shared;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong and what would be right, in plain words. The pointer is an RFC 6901 JSON pointer into what was
 * sent ("" is the whole of it); line and column count from 1 and are absent where there is no text to point into.
 */
public record Violation(
        String pointer,
        String wrong,
        String right,
        @Nullable Integer line,
        @Nullable Integer column) {

    public static Violation at(String pointer, String wrong, String right) {
        return new Violation(pointer, wrong, right, null, null);
    }
}
