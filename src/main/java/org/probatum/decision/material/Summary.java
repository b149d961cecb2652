package org.probatum.decision.material;

import org.jspecify.annotations.Nullable;

/** The decision in words, under the headings a published record carries. */
public record Summary(
        @Nullable String context,
        @Nullable String decision,
        @Nullable String consequences) {

    /** Nothing said yet. */
    public static final Summary EMPTY = new Summary(null, null, null);
}
