package org.probatum.evidence.manifest;

import org.jspecify.annotations.Nullable;

/** A file the run wrote, by its path in the output directory. */
public record Artifact(
        String path, @Nullable String sha256, @Nullable Long bytes) {}
