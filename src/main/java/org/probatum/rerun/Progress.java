package org.probatum.rerun;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far an executor is with what it started. */
public sealed interface Progress {
    /** It is known and has not begun. */
    record Waiting(String words) implements Progress {}

    /** It runs; what it has used of CPU time so far, where the executor can tell. */
    record Running(Instant since, @Nullable Double cpuSeconds) implements Progress {}

    /** It is over, one way or another. */
    record Ended(
            How how,
            @Nullable Integer exitStatus,
            @Nullable Instant started,
            @Nullable Instant ended,
            @Nullable Double cpuSeconds,
            String words)
            implements Progress {}

    /** The executor knows nothing of it (any more): it cannot be said what became of it. */
    record Lost(String words) implements Progress {}

    /** Ways to end: by itself with whatever status, or ended by a limit, by somebody, or by the executor's own failure. */
    enum How {
        EXITED,
        TIME_LIMIT,
        MEMORY_LIMIT,
        OUTPUT_LIMIT,
        CANCELLED,
        EXECUTOR_FAILED
    }
}
