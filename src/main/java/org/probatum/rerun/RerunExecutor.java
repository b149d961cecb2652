package org.probatum.rerun;

import java.time.Duration;
import java.util.Optional;

/**
 * Runs commands somewhere: the port that each executor implements. What it starts outlives the service, and is found
 * again by its handle, or by its name when the service ended before it could note the handle.
 */
public interface RerunExecutor {
    /** What teams choose it by: {@code local}, {@code slurm}, {@code kubernetes}. */
    String name();

    /** It can be used here; otherwise what would have to be done, in words. */
    Optional<String> unavailable();

    /** What keeps its commands from doing harm is missing, in words to be shown loudly; nothing when they are confined. */
    Optional<String> warning();

    /** Starts a command and answers with the handle that finds it again. */
    String start(Launch launch) throws ExecutorFault;

    /** The handle of what was started under a launch's name, if anything was. */
    Optional<String> find(Launch launch) throws ExecutorFault;

    /** How long is left between two looks at least: a look may cost a cluster's controller something. */
    default Duration pace() {
        return Duration.ofMillis(250);
    }

    /** How far it is. */
    Progress look(String handle, Launch launch) throws ExecutorFault;

    /** Ends it with all that it started; no fault when it has ended. */
    void cancel(String handle, Launch launch) throws ExecutorFault;

    /**
     * What it printed, at most so many bytes.
     *
     * @param from the first byte wanted; below zero, the end of what there is so far
     */
    Printed log(String handle, Launch launch, long from, int most) throws ExecutorFault;

    /** It has been judged and what it printed kept: whatever the executor holds beside the workspace may go. */
    default void forget(String handle, Launch launch) throws ExecutorFault {}
}
