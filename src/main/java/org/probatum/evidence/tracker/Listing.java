package org.probatum.evidence.tracker;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some of a longer list, and the tracker's own word for where it goes on; null at its end. */
public record Listing<T>(List<T> items, @Nullable String next) {
    public Listing {
        items = List.copyOf(items);
    }
}
