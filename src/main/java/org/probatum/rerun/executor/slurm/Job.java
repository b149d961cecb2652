package org.probatum.rerun.executor.slurm;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.rerun.Progress;

/**
 * A job as Slurm tells of it. Times are as its programs print them when asked in UTC.
 *
 * @param state its first word: {@code CANCELLED by 0} is cancelled
 * @param exitCode status and signal, {@code 7:0}
 */
record Job(String state, String exitCode, String start, String end, String reason) {
    /** Beyond what a client of NFS keeps attributes for, at most a minute. */
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(90);
    /** How a cancelled job ended is known without its word, which adds what it spent: that is worth a short wait. */
    private static final Duration CANCELLED_WITHIN = Duration.ofSeconds(10);

    /** From a line of {@code sacct}. */
    static Job accounted(String line) {
        String[] parts = line.split("\\|", -1);
        return new Job(first(part(parts, 0)), part(parts, 1), part(parts, 2), part(parts, 3), part(parts, 4));
    }

    /** From the one line of {@code scontrol show job}. */
    static Job shown(String line) {
        Map<String, String> said = new HashMap<>();
        for (String word : line.strip().split("\\s+")) {
            int at = word.indexOf('=');
            if (at > 0) {
                said.putIfAbsent(word.substring(0, at), word.substring(at + 1));
            }
        }
        return new Job(
                said.getOrDefault("JobState", ""),
                said.getOrDefault("ExitCode", ""),
                said.getOrDefault("StartTime", ""),
                said.getOrDefault("EndTime", ""),
                said.getOrDefault("Reason", ""));
    }

    /**
     * How far it is, when its supervisor has left no word. What was written on a node a moment ago may not be seen here
     * yet, so a job that has just ended is still running.
     *
     * @param begun its supervisor has, so that there may be a word to come though it was cancelled; a cluster that
     *     kills it before it can write leaves none
     */
    Progress progress(Instant now, boolean begun) {
        boolean awaited =
                switch (state) {
                    case "COMPLETED", "FAILED" -> isWithin(SEEN_WITHIN, now);
                    case "CANCELLED" -> begun && isWithin(CANCELLED_WITHIN, now);
                    default -> false;
                };
        return awaited ? new Progress.Running(at(start).orElse(Instant.EPOCH), null) : settled();
    }

    private boolean isWithin(Duration since, Instant now) {
        return at(end).filter(ended -> ended.plus(since).isAfter(now)).isPresent();
    }

    private Progress settled() {
        return switch (state) {
            case "PENDING", "CONFIGURING", "REQUEUED", "REQUEUE_HOLD", "REQUEUE_FED", "RESV_DEL_HOLD", "SPECIAL_EXIT" ->
                new Progress.Waiting("It waits in the queue" + because());
            case "RUNNING", "COMPLETING", "SUSPENDED", "STOPPED", "RESIZING", "SIGNALING", "STAGE_OUT" ->
                new Progress.Running(at(start).orElse(Instant.EPOCH), null);
            case "COMPLETED", "FAILED" ->
                over(
                        Progress.How.EXECUTOR_FAILED,
                        "Slurm says that it ended (" + state + ", " + exitCode
                                + ") and its supervisor left no word: nodes"
                                + " must see the workspaces under the same path as the service");
            case "TIMEOUT", "DEADLINE" -> over(Progress.How.TIME_LIMIT, "It ran as long as it may and Slurm ended it");
            case "OUT_OF_MEMORY" ->
                over(Progress.How.MEMORY_LIMIT, "It took more memory than it may and Slurm ended it");
            case "CANCELLED" -> over(Progress.How.CANCELLED, "It was cancelled");
            default -> over(Progress.How.EXECUTOR_FAILED, "Slurm ended it: " + state + because());
        };
    }

    private Progress over(Progress.How how, String words) {
        return new Progress.Ended(how, null, at(start).orElse(null), at(end).orElse(null), null, words);
    }

    private String because() {
        return reason.isEmpty() || reason.equals("None") ? "" : " (" + reason + ")";
    }

    private static Optional<Instant> at(String time) {
        try {
            return Optional.of(LocalDateTime.parse(time).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String part(String[] parts, int at) {
        return at < parts.length ? parts[at].strip() : "";
    }

    private static String first(@Nullable String state) {
        return state == null ? "" : state.split("[ +]", 2)[0];
    }
}
