package org.probatum.decision.material;

import org.jspecify.annotations.Nullable;

/** A condition every option must keep; a hard one may not be traded away. */
public record Constraint(
        @Nullable String statement, @Nullable Boolean hard) {}
