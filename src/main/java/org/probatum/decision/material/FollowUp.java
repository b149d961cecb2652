package org.probatum.decision.material;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something to do after publication, by whom and until when. */
public record FollowUp(
        @Nullable String action,
        @Nullable String accountable,
        @Nullable LocalDate due) {}
