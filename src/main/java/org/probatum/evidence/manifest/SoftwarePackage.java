package org.probatum.evidence.manifest;

import org.jspecify.annotations.Nullable;

/** An installed package. */
public record SoftwarePackage(String name, @Nullable String version) {}
