package org.probatum.evidence.manifest;

import org.jspecify.annotations.Nullable;

/** How settings were searched, and by which rule the trial was chosen. */
public record Search(
        @Nullable String space,
        @Nullable Long trials,
        @Nullable String selectionRule) {}
