package org.probatum.evidence.manifest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part left out of a manifest is empty, never null; maps keep the order of the file. */
final class Parts {
    private Parts() {}

    static <T> List<T> listOf(@Nullable List<T> recorded) {
        return recorded == null ? List.of() : List.copyOf(recorded);
    }

    static <T> Map<String, T> mapOf(@Nullable Map<String, T> recorded) {
        return recorded == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(recorded));
    }
}
