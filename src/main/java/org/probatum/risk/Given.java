package org.probatum.risk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An answer as it is given: what, why, and until when or to whom where that belongs to it. */
public record Given(
        Answer answer,
        String comment,
        @Nullable LocalDate until,
        @Nullable String person) {}
