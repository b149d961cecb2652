package org.probatum.evidence.manifest;

import org.jspecify.annotations.Nullable;

/** Where the run comes from: the run it continues, and where it is tracked. */
public record Lineage(
        @Nullable String parent,
        @Nullable String tracker,
        @Nullable String runId) {}
