package org.probatum.rerun.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.Run;
import org.probatum.evidence.manifest.Invocation;
import org.probatum.rerun.Limits;
import org.probatum.rerun.RunVerdict;
import org.probatum.rerun.Verdict;
import org.probatum.rerun.queue.Rerun;
import org.probatum.rerun.verdict.Ending;

/**
 * One rerun, as pages and programs are told of it.
 *
 * @param run what the run is cited by
 * @param words what there is to say of how far it is, or of how it ended
 * @param elapsedSeconds from its start to its end, or to now
 * @param expectedSeconds how long the recorded run took, where that is recorded
 * @param cpuSeconds what it took of processors, where the executor can tell
 */
public record RerunLine(
        long id,
        String run,
        Rerun.State state,
        String executor,
        @Nullable String queue,
        @Nullable String orderedBy,
        Instant orderedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Double elapsedSeconds,
        @Nullable Double expectedSeconds,
        @Nullable Double cpuSeconds,
        boolean cancelled,
        @Nullable String words,
        @Nullable Verdict verdict,
        @Nullable String because,
        @Nullable String remedy) {
    static RerunLine of(Rerun it, Run run, @Nullable String orderedBy, @Nullable RunVerdict verdict, Instant now) {
        return new RerunLine(
                it.id(),
                run.reference(),
                it.state(),
                it.executor(),
                it.queue(),
                orderedBy,
                it.orderedAt(),
                it.startedAt(),
                it.endedAt(),
                it.startedAt() == null ? null : seconds(it.startedAt(), it.endedAt() == null ? now : it.endedAt()),
                expected(run),
                it.cpuSeconds(),
                it.cancelledBy() != null,
                it.ending() == null ? it.words() : ended(it.ending()),
                verdict == null ? null : verdict.verdict(),
                verdict == null ? null : verdict.judgement().because(),
                verdict == null ? null : verdict.judgement().remedy());
    }

    public boolean isOver() {
        return state == Rerun.State.OVER;
    }

    /** How far it is, in a word. */
    public String stateWords() {
        return switch (state) {
            case WAITING -> "waits";
            case PREPARING -> words == null ? "fetching code and data" : "waits";
            case STARTED -> cancelled ? "being cancelled" : "running";
            case OVER -> "over";
        };
    }

    /** Its verdict's look; plain without one. */
    public String look() {
        return verdict == null ? "" : JudgementView.look(verdict);
    }

    /** Its verdict with its mark; empty without one. */
    public String verdictWords() {
        return verdict == null ? "" : JudgementView.mark(verdict) + " " + verdict.words();
    }

    /** How long it took, or has taken so far. */
    public String tookWords() {
        return words(elapsedSeconds);
    }

    /** How long the recorded run took. */
    public String expectedWords() {
        return words(expectedSeconds);
    }

    public String cpuWords() {
        return words(cpuSeconds);
    }

    /** Of what the recorded run took, in percent, at most 99 while it runs; null where that is not known. */
    public @Nullable Integer percent() {
        if (elapsedSeconds == null || expectedSeconds == null || expectedSeconds <= 0) {
            return null;
        }
        return (int) Math.min(isOver() ? 100 : 99, Math.round(100 * elapsedSeconds / expectedSeconds));
    }

    /** "0.42 s", "3 min 5 s", "2 h 10 min"; a dash for what is not known. */
    private static String words(@Nullable Double seconds) {
        if (seconds == null) {
            return "–";
        }
        if (seconds < 60) {
            return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.0f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    private static double seconds(Instant from, Instant until) {
        return Math.max(0, Duration.between(from, until).toMillis()) / 1000.0;
    }

    private static @Nullable Double expected(Run run) {
        Invocation invocation = run.manifest().invocation();
        return invocation == null || invocation.started() == null || invocation.ended() == null
                ? null
                : seconds(invocation.started(), invocation.ended());
    }

    private static String ended(Ending ending) {
        if (ending instanceof Ending.Refused refused) {
            return "Not started: " + String.join(" ", refused.reasons());
        }
        if (ending instanceof Ending.Failed failed) {
            return "It ended with status " + failed.exitStatus() + ". " + failed.words();
        }
        if (ending instanceof Ending.Broken broken) {
            return broken.words();
        }
        return "It ended with status 0.";
    }

    /** What it may take, in words. */
    static String words(Limits limits) {
        return limits.time().toMinutes() + " min, " + limits.cpus() + (limits.cpus() == 1 ? " core, " : " cores, ")
                + limits.memoryBytes() / (1024 * 1024) + " MiB of memory, " + limits.outputBytes() / (1024 * 1024)
                + " MiB of output, " + limits.processes() + " processes";
    }
}
