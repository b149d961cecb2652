package org.probatum.evidence.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The software around the code. */
public record Environment(
        @Nullable String lockFileDigest,
        List<SoftwarePackage> packages,
        @Nullable String imageDigest,
        @Nullable String os,
        @Nullable String runtime) {
    public Environment {
        packages = Parts.listOf(packages);
    }
}
