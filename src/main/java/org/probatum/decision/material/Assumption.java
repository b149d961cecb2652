package org.probatum.decision.material;

import org.jspecify.annotations.Nullable;

/** What is taken to be true, and how that would be checked. */
public record Assumption(
        @Nullable String statement, @Nullable String check) {}
