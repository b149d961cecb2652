package org.probatum.rerun.executor.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.rerun.Progress;

/** How far a Job is, from what the cluster says of it and of its one pod. */
record JobStory(Job job, @Nullable Pod pod) {
    /** It will not change any more. */
    static boolean isOver(Job job) {
        return condition(job, "Complete").isPresent()
                || condition(job, "Failed").isPresent();
    }

    Progress progress() {
        Optional<ContainerState> state = state();
        ContainerStateTerminated end = state.map(ContainerState::getTerminated).orElse(null);
        Optional<JobCondition> failed = condition(job, "Failed");
        Optional<Progress> running = state.map(ContainerState::getRunning)
                .map(found -> new Progress.Running(Instant.parse(found.getStartedAt()), null));
        if (Boolean.TRUE.equals(job.getSpec().getSuspend())) {
            return running.isPresent() ? running.get() : over(Progress.How.CANCELLED, end, "It was cancelled");
        }
        if (failed.map(JobCondition::getReason)
                .filter("DeadlineExceeded"::equals)
                .isPresent()) {
            return over(Progress.How.TIME_LIMIT, end, "It ran as long as it may and the cluster ended it");
        }
        if (end != null) {
            return ended(end);
        }
        if (pod != null
                && pod.getStatus() != null
                && "Evicted".equals(pod.getStatus().getReason())) {
            String words = String.valueOf(pod.getStatus().getMessage());
            return over(
                    words.contains("ephemeral") || words.contains("emptyDir")
                            ? Progress.How.OUTPUT_LIMIT
                            : Progress.How.EXECUTOR_FAILED,
                    null,
                    "The cluster evicted it: " + words);
        }
        if (isOver(job)) {
            return over(
                    Progress.How.EXECUTOR_FAILED,
                    null,
                    failed.map(found -> "The cluster gave it up: " + found.getMessage())
                            .orElse("It is complete, and its pod is gone with its exit status"));
        }
        return running.orElseGet(() -> new Progress.Waiting(waiting(state)));
    }

    private Progress ended(ContainerStateTerminated end) {
        if ("OOMKilled".equals(end.getReason())) {
            return over(Progress.How.MEMORY_LIMIT, end, "It took more memory than it may and was ended");
        }
        if ("ContainerCannotRun".equals(end.getReason()) || "StartError".equals(end.getReason())) {
            return over(Progress.How.EXECUTOR_FAILED, end, "The container could not be started: " + end.getMessage());
        }
        return new Progress.Ended(
                Progress.How.EXITED,
                end.getExitCode(),
                at(end.getStartedAt()),
                at(end.getFinishedAt()),
                null,
                "It ended by itself" + (end.getExitCode() == 0 ? "" : " with status " + end.getExitCode()));
    }

    private Progress over(Progress.How how, @Nullable ContainerStateTerminated end, String words) {
        return new Progress.Ended(
                how,
                null,
                end == null ? null : at(end.getStartedAt()),
                end == null ? null : at(end.getFinishedAt()),
                null,
                words);
    }

    private Optional<ContainerState> state() {
        return Optional.ofNullable(pod)
                .map(Pod::getStatus)
                .map(status -> status.getContainerStatuses())
                .filter(statuses -> !statuses.isEmpty())
                .map(statuses -> statuses.get(0))
                .map(ContainerStatus::getState);
    }

    private String waiting(Optional<ContainerState> state) {
        return state.map(ContainerState::getWaiting)
                .map(waiting -> "It waits: " + waiting.getReason()
                        + (waiting.getMessage() == null ? "" : ", " + waiting.getMessage()))
                .orElse(pod == null ? "Its pod is not made yet" : "Its pod waits for a node");
    }

    private static Optional<JobCondition> condition(Job job, String type) {
        List<JobCondition> all =
                job.getStatus() == null ? List.of() : job.getStatus().getConditions();
        return all.stream()
                .filter(one -> one.getType().equals(type) && "True".equals(one.getStatus()))
                .findFirst();
    }

    private static @Nullable Instant at(@Nullable String time) {
        return time == null ? null : Instant.parse(time);
    }
}
