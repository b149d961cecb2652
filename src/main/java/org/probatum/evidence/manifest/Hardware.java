package org.probatum.evidence.manifest;

import org.jspecify.annotations.Nullable;

/** The machine the run had. */
public record Hardware(
        @Nullable String cpu,
        @Nullable Long memoryBytes,
        @Nullable String accelerator,
        @Nullable String driver) {}
