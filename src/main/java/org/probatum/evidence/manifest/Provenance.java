package org.probatum.evidence.manifest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What captured the manifest, and which fields (JSON pointers) it observed or a person declared. */
public record Provenance(
        @Nullable String tool, @Nullable String version, List<String> observed, List<String> declared) {
    public Provenance {
        observed = Parts.listOf(observed);
        declared = Parts.listOf(declared);
    }
}
