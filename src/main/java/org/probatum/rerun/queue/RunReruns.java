package org.probatum.rerun.queue;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Outcome;
import org.probatum.rerun.Progress;
import org.probatum.rerun.RerunExecutor;
import org.probatum.rerun.executor.RerunExecutors;
import org.probatum.rerun.verdict.Ending;
import org.probatum.rerun.workspace.CollectOutcome;
import org.probatum.rerun.workspace.Disposal;
import org.probatum.rerun.workspace.PrepareWorkspace;
import org.probatum.rerun.workspace.Prepared;
import org.probatum.rerun.workspace.Reason;
import org.probatum.rerun.workspace.RerunFolders;

/**
 * Moves one rerun on by one step, outside any transaction: prepares and starts it, or looks how far it is. Every step may be
 * broken off anywhere and taken up by somebody else: what was started is found by its name before anything is started.
 */
@ApplicationScoped
class RunReruns {
    private static final Logger LOG = Logger.getLogger(RunReruns.class);
    private static final int TAIL = 16 * 1024;
    private static final Duration FAULT_PAUSE = Duration.ofSeconds(15);
    private static final int MOST_ATTEMPTS = 40;
    /** A slot that becomes free on this database is told at once; this is for one that is freed by other means. */
    private static final Duration SLOT_PAUSE = Duration.ofMillis(200);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final RerunQueue queue;
    private final RerunFiles files;
    private final PrepareWorkspace prepareWorkspace;
    private final CollectOutcome collectOutcome;
    private final RerunExecutors executors;
    private final RerunFolders folders;
    private final Clock clock;

    RunReruns(
            RerunQueue queue,
            RerunFiles files,
            PrepareWorkspace prepareWorkspace,
            CollectOutcome collectOutcome,
            RerunExecutors executors,
            RerunFolders folders,
            Clock clock) {
        this.queue = queue;
        this.files = files;
        this.prepareWorkspace = prepareWorkspace;
        this.collectOutcome = collectOutcome;
        this.executors = executors;
        this.folders = folders;
        this.clock = clock;
    }

    /** One step; what goes wrong in it is said of the rerun, and tried again. */
    void work(RerunQueue.Task task) {
        RerunExecutor executor = executors.named(task.executor()).orElse(null);
        if (executor == null) {
            end(
                    task,
                    new Ending.Broken(
                            "There is no executor called " + task.executor() + ".", "Choose another for the team."));
            return;
        }
        try {
            if (task.handle() == null) {
                begin(task, executor);
            } else {
                look(task, executor, task.handle(), Objects.requireNonNull(task.launch()));
            }
        } catch (ExecutorFault fault) {
            fault(task, fault);
        }
    }

    private void fault(RerunQueue.Task task, ExecutorFault fault) {
        if (fault.isPassing()) {
            tryLater(task, fault.words());
        } else {
            end(
                    task,
                    new Ending.Broken(
                            "The executor refused it: " + fault.words(),
                            "Mend that, or choose another executor, and run it again."));
        }
    }

    /** What may pass is waited for, and not for ever. What is ready to start is not given up for its executor's faults: somebody may cancel it. */
    private void tryLater(RerunQueue.Task task, String words) {
        if (task.launch() == null && task.claim().fence() > MOST_ATTEMPTS) {
            end(
                    task,
                    new Ending.Broken(
                            "It could not be started for ten minutes: " + words, "Run it again once that has passed."));
        } else {
            queue.again(task.claim(), FAULT_PAUSE, words, null, null);
        }
    }

    private void begin(RerunQueue.Task task, RerunExecutor executor) throws ExecutorFault {
        Launch launch = task.launch();
        if (task.cancelled() && (launch == null || executor.find(launch).isEmpty())) {
            end(task, new Ending.Broken("It was cancelled before it began.", "Run it again."));
            return;
        }
        if (launch == null) {
            Manifest manifest = files.manifest(task.run());
            Prepared prepared = prepareWorkspace.prepare(
                    manifest, task.name(), folders.workspace(task.name()), task.limits(), task.queue());
            if (prepared instanceof Prepared.Refused refused) {
                end(task, ending(refused.reasons()));
                return;
            }
            if (prepared instanceof Prepared.Later later) {
                tryLater(task, later.words());
                return;
            }
            launch = ((Prepared.Ready) prepared).launch();
            if (!queue.prepared(task.claim(), launch)) {
                return;
            }
        }
        if (!queue.takesSlot(task)) {
            queue.again(task.claim(), SLOT_PAUSE, "Waits for a free slot.", null, null);
            return;
        }
        Optional<String> known = executor.find(launch);
        String handle = known.isPresent() ? known.get() : executor.start(launch);
        queue.started(task.claim(), handle);
    }

    /** What this service does not fetch says nothing of the run; everything else does. */
    private static Ending ending(List<Reason> reasons) {
        List<String> words =
                reasons.stream().map(one -> one.wrong() + " " + one.right()).toList();
        return reasons.stream().anyMatch(one -> one.kind() != Reason.Kind.NOT_FETCHED)
                ? new Ending.Refused(words)
                : new Ending.Broken(String.join(" ", words), "Have the service allowed to fetch it, and run it again.");
    }

    private void look(RerunQueue.Task task, RerunExecutor executor, String handle, Launch launch) throws ExecutorFault {
        if (task.cancelled()) {
            executor.cancel(handle, launch);
        }
        Progress progress = executor.look(handle, launch);
        if (progress instanceof Progress.Ended ended) {
            boolean finished =
                    ended.how() == Progress.How.EXITED && Integer.valueOf(0).equals(ended.exitStatus());
            Outcome outcome = finished ? collected(launch) : null;
            end(task, Ending.of(ended, outcome), ended, tail(executor, handle, launch));
            executor.forget(handle, launch);
        } else if (progress instanceof Progress.Lost lost) {
            end(task, Ending.of(lost), null, null);
        } else if (progress instanceof Progress.Running running) {
            queue.again(task.claim(), pause(executor, running.since()), null, running.since(), running.cpuSeconds());
        } else if (progress instanceof Progress.Waiting waiting) {
            queue.again(task.claim(), Duration.ofSeconds(1), waiting.words(), null, null);
        }
    }

    /** A hundredth of what it has run so far, so that its end is seen soon for how long it took, at the executor's pace. */
    private Duration pause(RerunExecutor executor, Instant since) {
        long hundredth = Duration.between(since, clock.instant()).toMillis() / 100;
        return Duration.ofMillis(Math.max(executor.pace().toMillis(), Math.min(hundredth, LONGEST_PAUSE.toMillis())));
    }

    private void end(RerunQueue.Task task, Ending ending) {
        end(task, ending, null, null);
    }

    private void end(RerunQueue.Task task, Ending ending, Progress.@Nullable Ended ended, @Nullable String tail) {
        boolean ours = queue.over(
                task,
                ending,
                ended == null ? null : ended.started(),
                ended == null ? null : ended.ended(),
                ended == null ? null : ended.cpuSeconds(),
                tail);
        if (ours) {
            List<String> left = Disposal.remove(folders.workspace(task.name()));
            if (!left.isEmpty()) {
                LOG.warnf("Of %s could not be removed: %s", task.name(), left);
            }
        }
    }

    private @Nullable Outcome collected(Launch launch) {
        try {
            return collectOutcome.collect(launch.workspace(), launch.limits());
        } catch (IOException fault) {
            LOG.warnf("What %s left could not be read: %s", launch.name(), fault.getMessage());
            return null;
        }
    }

    private static @Nullable String tail(RerunExecutor executor, String handle, Launch launch) {
        try {
            return executor.log(handle, launch, -1, TAIL).text();
        } catch (ExecutorFault fault) {
            LOG.infof("What %s printed is lost: %s", launch.name(), fault.getMessage());
            return null;
        }
    }
}
