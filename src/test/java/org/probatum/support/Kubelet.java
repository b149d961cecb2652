package org.probatum.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Plays the rest of a cluster on the API alone: makes the pods of Jobs, runs their command with what their specification
 * gives it and nothing else, and tells how it went.
 */
public final class Kubelet implements AutoCloseable {
    private static final int KILLED = 137;

    private final KubernetesMockServer server;
    private final KubernetesClient client;
    private final String namespace;
    private final Path volume;
    private final Map<String, Run> runs = new HashMap<>();
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();

    /** What runs for a Job. */
    private record Run(@Nullable Process process, Path words, Instant since, String trouble) {}

    public Kubelet(KubernetesMockServer server, KubernetesClient client, String namespace, Path volume) {
        this.server = server;
        this.client = client;
        this.namespace = namespace;
        this.volume = volume;
        rounds.scheduleWithFixedDelay(this::roundOrAgain, 0, 30, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        runs.values().forEach(Kubelet::kill);
    }

    /** The API drops a connection now and then: the next round sees what this one did not. */
    private void roundOrAgain() {
        try {
            round();
        } catch (KubernetesClientException dropped) {
            Thread.yield();
        }
    }

    private void round() {
        for (Job job : client.batch().v1().jobs().inNamespace(namespace).list().getItems()) {
            String name = job.getMetadata().getName();
            if (!runs.containsKey(name)) {
                runs.put(name, begun(job));
            } else if (job.getStatus() == null
                    || job.getStatus().getConditions().isEmpty()) {
                follow(job, runs.get(name));
            }
        }
    }

    private Run begun(Job job) {
        String name = job.getMetadata().getName();
        Container container =
                job.getSpec().getTemplate().getSpec().getContainers().get(0);
        Run run = run(container);
        String log = "/api/v1/namespaces/" + namespace + "/pods/" + name + "-x/log";
        for (String path : new String[] {log, log + "?pretty=false"}) {
            server.expect()
                    .get()
                    .withPath(path)
                    .andReply(200, request -> words(run))
                    .always();
        }
        Pod pod = new PodBuilder()
                .withNewMetadata()
                .withName(name + "-x")
                .withLabels(job.getSpec().getTemplate().getMetadata().getLabels())
                .endMetadata()
                .withSpec(job.getSpec().getTemplate().getSpec())
                .build();
        client.pods().inNamespace(namespace).resource(pod).create();
        tell(
                job,
                new ContainerStateBuilder()
                        .withNewRunning()
                        .withStartedAt(run.since().toString())
                        .endRunning()
                        .build());
        return run;
    }

    private void follow(Job job, Run run) {
        Process process = run.process();
        boolean late = run.since()
                .plus(Duration.ofSeconds(job.getSpec().getActiveDeadlineSeconds()))
                .isBefore(Instant.now());
        if (process == null) {
            terminated(job, run, 128, "StartError");
            condition(job, "Failed", "BackoffLimitExceeded");
        } else if (!process.isAlive()) {
            terminated(job, run, process.exitValue(), process.exitValue() == 0 ? "Completed" : "Error");
            condition(job, process.exitValue() == 0 ? "Complete" : "Failed", "BackoffLimitExceeded");
        } else if (Boolean.TRUE.equals(job.getSpec().getSuspend())) {
            kill(run);
            client.pods()
                    .inNamespace(namespace)
                    .withName(job.getMetadata().getName() + "-x")
                    .delete();
        } else if (late) {
            kill(run);
            condition(job, "Failed", "DeadlineExceeded");
            terminated(job, run, KILLED, "Error");
        }
    }

    private Run run(Container container) {
        try {
            Path words = Files.createTempFile("pod", ".log");
            ProcessBuilder builder = new ProcessBuilder(
                    container.getCommand().stream().map(Kubelet::expanded).toList());
            builder.environment().clear();
            for (EnvVar variable : container.getEnv()) {
                builder.environment().put(variable.getName(), mapped(container, expanded(variable.getValue())));
            }
            builder.directory(
                    Path.of(mapped(container, container.getWorkingDir())).toFile());
            builder.redirectErrorStream(true).redirectOutput(words.toFile());
            try {
                return new Run(builder.start(), words, Instant.now(), "");
            } catch (IOException e) {
                return new Run(null, words, Instant.now(), e.getMessage());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the container would see under a path, where this machine has it. */
    private String mapped(Container container, String value) {
        for (VolumeMount mount : container.getVolumeMounts()) {
            if (mount.getSubPath() != null && (value + "/").startsWith(mount.getMountPath() + "/")) {
                return volume.resolve(mount.getSubPath())
                        + value.substring(mount.getMountPath().length());
            }
        }
        return value;
    }

    private static String expanded(String word) {
        return word.replace("$$(", "$(");
    }

    private void terminated(Job job, Run run, int status, String reason) {
        tell(
                job,
                new ContainerStateBuilder()
                        .withNewTerminated()
                        .withExitCode(status)
                        .withReason(reason)
                        .withMessage(run.trouble())
                        .withStartedAt(run.since().toString())
                        .withFinishedAt(Instant.now().toString())
                        .endTerminated()
                        .build());
    }

    private void tell(Job job, ContainerState state) {
        client.pods()
                .inNamespace(namespace)
                .withName(job.getMetadata().getName() + "-x")
                .editStatus(pod -> new PodBuilder(pod)
                        .withNewStatus()
                        .addNewContainerStatus()
                        .withName("rerun")
                        .withState(state)
                        .endContainerStatus()
                        .endStatus()
                        .build());
    }

    private void condition(Job job, String type, String reason) {
        client.batch()
                .v1()
                .jobs()
                .inNamespace(namespace)
                .withName(job.getMetadata().getName())
                .editStatus(found -> new JobBuilder(found)
                        .withNewStatus()
                        .addNewCondition()
                        .withType(type)
                        .withStatus("True")
                        .withReason(reason)
                        .endCondition()
                        .endStatus()
                        .build());
    }

    private static String words(Run run) {
        try {
            return Files.readString(run.words(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void kill(Run run) {
        Process process = run.process();
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            try {
                process.waitFor(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
