package org.probatum.evidence.manifest;

import org.jspecify.annotations.Nullable;

/** A dataset that was read; the digest is of its whole content. */
public record Dataset(
        String name,
        @Nullable String uri,
        @Nullable String version,
        @Nullable String sha256,
        @Nullable Long rows,
        @Nullable String split,
        @Nullable String licence) {}
