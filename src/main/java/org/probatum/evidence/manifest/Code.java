package org.probatum.evidence.manifest;

import org.jspecify.annotations.Nullable;

/** The code that ran; the digest of the difference is given when files differed from the commit. */
public record Code(
        @Nullable String repository,
        @Nullable String commit,
        @Nullable String branch,
        @Nullable Boolean dirty,
        @Nullable String diffDigest) {}
