package org.probatum.rerun.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.probatum.decision.Decisions;
import org.probatum.people.Actor;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.Printed;
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

    /** Some of it from a byte on, and whether there can be more; below zero, the end of what there is by now. */
    Printed read(Actor actor, String key, long id, long from) {
        Rerun rerun = reruns.one(decisions.visible(actor, key), id);
        if (rerun.logTail() != null) {
            return kept(rerun.logTail().getBytes(StandardCharsets.UTF_8), from);
        }
        int most = from < 0 ? TAIL : MOST;
        if (rerun.handle() == null || rerun.launch() == null) {
            return Printed.nothing(Math.max(0, from));
        }
        try {
            return executors.named(rerun.executor()).orElseThrow().log(rerun.handle(), rerun.launch(), from, most);
        } catch (ExecutorFault fault) {
            return from > 0
                    ? Printed.nothing(from)
                    : new Printed(0, fault.words().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Printed kept(byte[] kept, long from) {
        int start = (int) Math.min(Math.max(0, from), kept.length);
        return new Printed(start, Arrays.copyOfRange(kept, start, kept.length));
    }
}
