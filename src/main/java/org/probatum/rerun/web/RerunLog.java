package org.probatum.rerun.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decisions;
import org.probatum.people.Actor;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.Launch;
import org.probatum.rerun.executor.RerunExecutors;
import org.probatum.rerun.queue.Rerun;
import org.probatum.rerun.queue.Reruns;

/** What a rerun has printed so far; of one that is over, the end of it. */
@ApplicationScoped
class RerunLog {
    private static final int MOST = 64 * 1024;
    private static final int TAIL = 8 * 1024;

    private final Decisions decisions;
    private final Reruns reruns;
    private final RerunExecutors executors;

    RerunLog(Decisions decisions, Reruns reruns, RerunExecutors executors) {
        this.decisions = decisions;
        this.reruns = reruns;
        this.executors = executors;
    }

    /** Where to read. */
    record Source(
            String executor,
            @Nullable String handle,
            @Nullable Launch launch,
            @Nullable String kept) {}

    public Source source(Actor actor, String key, long id) {
        Rerun rerun = reruns.one(decisions.visible(actor, key), id);
        return new Source(rerun.executor(), rerun.handle(), rerun.launch(), rerun.logTail());
    }

    /** Some bytes from a place on; none when nothing is there yet. */
    byte[] read(Actor actor, String key, long id, long from) {
        Source source = source(actor, key, id);
        if (source.kept() != null) {
            byte[] kept = source.kept().getBytes(StandardCharsets.UTF_8);
            int start = (int) Math.min(from, kept.length);
            return java.util.Arrays.copyOfRange(kept, start, kept.length);
        }
        return live(source, from, MOST);
    }

    /** The end of what there is by now, as text. */
    String tail(Actor actor, String key, long id) {
        Source source = source(actor, key, id);
        if (source.kept() != null) {
            return source.kept();
        }
        byte[] all = {};
        long from = 0;
        byte[] next = live(source, from, MOST);
        while (next.length > 0) {
            all = next;
            from += next.length;
            next = live(source, from, MOST);
        }
        int start = Math.max(0, all.length - TAIL);
        return new String(all, start, all.length - start, StandardCharsets.UTF_8).replace("\u0000", "\uFFFD");
    }

    private byte[] live(Source source, long from, int most) {
        if (source.handle() == null || source.launch() == null) {
            return new byte[0];
        }
        try {
            return executors
                    .named(source.executor())
                    .orElseThrow()
                    .log(source.handle(), Objects.requireNonNull(source.launch()), from, most);
        } catch (ExecutorFault fault) {
            return (from > 0 ? "" : fault.words()).getBytes(StandardCharsets.UTF_8);
        }
    }
}
