package org.probatum.decision.material;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part left out of a file is an empty list, never null. */
public final class Parts {
    private Parts() {}

    /** What was filed, or an empty list. */
    public static <T> List<T> listOf(@Nullable List<T> filed) {
        return filed == null ? List.of() : List.copyOf(filed);
    }
}
