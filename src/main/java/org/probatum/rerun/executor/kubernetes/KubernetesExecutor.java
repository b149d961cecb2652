package org.probatum.rerun.executor.kubernetes;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.ScalableResource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Printed;
import org.probatum.rerun.Progress;
import org.probatum.rerun.RerunExecutor;
import org.probatum.rerun.executor.Paths;

/**
 * Runs commands as Jobs, one pod each and never a second; the handle is the Job's own identity, so that another of the
 * same name is not taken for it. A cancelled Job is suspended, which ends its pod and keeps its story.
 */
@Singleton
public class KubernetesExecutor implements RerunExecutor {
    private static final int ATTEMPTS = 3;

    private final Cluster cluster;

    KubernetesExecutor(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return "kubernetes";
    }

    @Override
    public Optional<String> unavailable() {
        return cluster.trouble();
    }

    @Override
    public Optional<String> warning() {
        return Optional.empty();
    }

    @Override
    public String start(Launch launch) throws ExecutorFault {
        Paths.check(launch);
        Optional<String> trouble = unavailable();
        if (trouble.isPresent()) {
            throw new ExecutorFault(trouble.get(), false);
        }
        Job job = new JobDrawing(launch, cluster.subPath(launch.workspace()), cluster.claim()).job();
        return asked(client -> {
            String namespace = namespace(launch);
            try {
                client.network()
                        .v1()
                        .networkPolicies()
                        .inNamespace(namespace)
                        .resource(JobDrawing.silence())
                        .create();
            } catch (KubernetesClientException e) {
                require(e, HttpURLConnection.HTTP_CONFLICT);
            }
            try {
                return client.batch()
                        .v1()
                        .jobs()
                        .inNamespace(namespace)
                        .resource(job)
                        .create()
                        .getMetadata()
                        .getUid();
            } catch (KubernetesClientException e) {
                require(e, HttpURLConnection.HTTP_CONFLICT);
                return Objects.requireNonNull(at(client, launch).get(), "it was there a moment ago")
                        .getMetadata()
                        .getUid();
            }
        });
    }

    @Override
    public Optional<String> find(Launch launch) throws ExecutorFault {
        return asked(client -> Optional.ofNullable(at(client, launch).get())
                .map(job -> job.getMetadata().getUid()));
    }

    @Override
    public Progress look(String handle, Launch launch) throws ExecutorFault {
        return asked(client -> {
            Job job = at(client, launch).get();
            if (job == null || !job.getMetadata().getUid().equals(handle)) {
                return new Progress.Lost("The cluster has no Job " + launch.name() + " with the identity " + handle);
            }
            return new JobStory(job, pod(client, launch)).progress();
        });
    }

    @Override
    public void cancel(String handle, Launch launch) throws ExecutorFault {
        asked(client -> {
            Job job = at(client, launch).get();
            if (job != null && job.getMetadata().getUid().equals(handle) && !JobStory.isOver(job)) {
                at(client, launch).edit(found -> new JobBuilder(found)
                        .editSpec()
                        .withSuspend(true)
                        .endSpec()
                        .build());
            }
            return "";
        });
    }

    @Override
    public Printed log(String handle, Launch launch, long from, int most) throws ExecutorFault {
        return asked(client -> {
            Pod pod = pod(client, launch);
            if (pod == null) {
                return Printed.nothing(Math.max(0, from));
            }
            try (InputStream words = client.pods()
                    .inNamespace(namespace(launch))
                    .withName(pod.getMetadata().getName())
                    .getLogInputStream()) {
                if (words == null) {
                    return Printed.nothing(Math.max(0, from));
                }
                return from < 0 ? end(words, most) : part(words, from, most);
            } catch (IOException e) {
                throw new KubernetesClientException("what was printed cannot be read", e);
            }
        });
    }

    private static Printed part(InputStream words, long from, int most) throws IOException {
        long passed = 0;
        while (passed < from) {
            long more = words.skip(from - passed);
            if (more == 0 && words.read() < 0) {
                return Printed.nothing(passed);
            }
            passed += Math.max(more, 1);
        }
        byte[] part = words.readNBytes(most);
        // Read to its end, for a connection that is left in the middle of an answer serves nobody else.
        words.transferTo(OutputStream.nullOutputStream());
        return new Printed(from, part);
    }

    private static Printed end(InputStream words, int most) throws IOException {
        byte[] kept = {};
        long read = 0;
        byte[] next = words.readNBytes(most);
        while (next.length > 0) {
            read += next.length;
            byte[] both = java.util.Arrays.copyOf(kept, kept.length + next.length);
            System.arraycopy(next, 0, both, kept.length, next.length);
            kept = java.util.Arrays.copyOfRange(both, Math.max(0, both.length - most), both.length);
            next = words.readNBytes(most);
        }
        return new Printed(read - kept.length, kept);
    }

    @Override
    public void forget(String handle, Launch launch) throws ExecutorFault {
        asked(client -> at(client, launch)
                .withPropagationPolicy(DeletionPropagation.BACKGROUND)
                .delete());
    }

    private ScalableResource<Job> at(KubernetesClient client, Launch launch) {
        return client.batch().v1().jobs().inNamespace(namespace(launch)).withName(JobDrawing.name(launch));
    }

    private @Nullable Pod pod(KubernetesClient client, Launch launch) {
        List<Pod> pods = client.pods()
                .inNamespace(namespace(launch))
                .withLabel(JobDrawing.LABEL, JobDrawing.name(launch))
                .list()
                .getItems();
        return pods.stream()
                .max(Comparator.comparing(
                        pod -> String.valueOf(pod.getMetadata().getCreationTimestamp())))
                .orElse(null);
    }

    private String namespace(Launch launch) {
        String queue = launch.queue();
        return queue == null ? cluster.namespace() : queue;
    }

    /** What lost its connection on the way is asked again: nothing here does more when it is asked twice. */
    private <T> T asked(Function<KubernetesClient, T> question) throws ExecutorFault {
        for (int attempt = 1; ; attempt++) {
            try {
                return question.apply(cluster.client());
            } catch (KubernetesClientException e) {
                if (e.getCode() > 0 || attempt == ATTEMPTS) {
                    throw fault(e);
                }
            }
        }
    }

    private static ExecutorFault fault(KubernetesClientException e) {
        int code = e.getCode();
        boolean refused = code >= HttpURLConnection.HTTP_BAD_REQUEST
                && code < HttpURLConnection.HTTP_INTERNAL_ERROR
                && code != HttpURLConnection.HTTP_CLIENT_TIMEOUT
                && code != 429;
        return new ExecutorFault("The cluster did not do it: " + e.getMessage(), !refused);
    }

    private static void require(KubernetesClientException fault, int code) {
        if (fault.getCode() != code) {
            throw fault;
        }
    }
}
