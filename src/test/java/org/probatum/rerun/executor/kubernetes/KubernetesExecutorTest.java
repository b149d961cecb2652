package org.probatum.rerun.executor.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStateTerminatedBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Progress;
import org.probatum.rerun.Progress.How;
import org.probatum.rerun.RerunExecutor;
import org.probatum.rerun.executor.RerunExecutorContract;
import org.probatum.support.Kubelet;
import org.probatum.support.Laid;

/** Commands as Jobs, on the API with somebody playing the nodes. */
@EnableKubernetesMockClient(crud = true, https = false)
class KubernetesExecutorTest extends RerunExecutorContract {
    private static final String NAMESPACE = "reruns";

    KubernetesMockServer server;
    KubernetesClient client;
    private Kubelet kubelet;

    @BeforeEach
    void play() {
        kubelet = new Kubelet(server, client, NAMESPACE, folder());
    }

    @AfterEach
    void end() {
        kubelet.close();
    }

    @Override
    protected RerunExecutor executor() {
        return new KubernetesExecutor(new Cluster("workspaces", folder(), NAMESPACE, client));
    }

    @Override
    protected boolean confines() {
        return true;
    }

    @Override
    protected boolean isReal() {
        return false;
    }

    @Test
    void draws_a_job_that_is_given_nothing_it_does_not_need() throws ExecutorFault {
        Launch launch = Laid.in(folder()).within("sub").command("/bin/echo", "$(PROBATUM_SEED)");
        executor().start(launch);

        Job job = client.batch()
                .v1()
                .jobs()
                .inNamespace(NAMESPACE)
                .list()
                .getItems()
                .get(0);
        PodSpec pod = job.getSpec().getTemplate().getSpec();
        Container container = pod.getContainers().get(0);

        assertThat(job.getSpec().getBackoffLimit()).isZero();
        assertThat(job.getSpec().getActiveDeadlineSeconds()).isEqualTo(60);
        assertThat(job.getSpec().getTtlSecondsAfterFinished()).isNull();
        assertThat(pod.getRestartPolicy()).isEqualTo("Never");
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getResources().getLimits())
                .containsEntry("memory", new Quantity(Long.toString(512 * Laid.MEGABYTE)))
                .containsEntry("cpu", new Quantity("1"));
        assertThat(container.getImage()).contains("@sha256:");
        assertThat(container.getCommand()).containsExactly("/bin/echo", "$$(PROBATUM_SEED)");
        assertThat(container.getWorkingDir()).isEqualTo("/probatum/code/sub");
        assertThat(container.getVolumeMounts())
                .filteredOn(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                .extracting(mount -> mount.getMountPath())
                .containsExactlyInAnyOrder("/tmp", "/probatum/out");
        assertThat(client.network()
                        .v1()
                        .networkPolicies()
                        .inNamespace(NAMESPACE)
                        .list()
                        .getItems()
                        .get(0)
                        .getSpec()
                        .getPolicyTypes())
                .containsExactly("Ingress", "Egress");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"python:3.12", "registry.example.org/x@sha256:0123", "sha256:short"})
    void runs_no_image_that_is_not_named_by_digest(@Nullable String image) {
        Launch launch = Laid.in(folder()).from(image).shell("exit 0");

        assertThatThrownBy(() -> executor().start(launch)).hasMessageContaining("by digest");
        assertThat(client.batch().v1().jobs().inNamespace(NAMESPACE).list().getItems())
                .isEmpty();
    }

    @Test
    void runs_nothing_whose_workspace_is_not_on_the_volume() {
        Launch launch = Laid.in(Path.of(System.getProperty("java.io.tmpdir"), "elsewhere-" + System.nanoTime()))
                .shell("exit 0");

        assertThatThrownBy(() -> executor().start(launch)).hasMessageContaining("not on the volume");
    }

    @Test
    void cannot_be_used_before_it_is_configured() {
        RerunExecutor bare =
                new KubernetesExecutor(new Cluster(Optional.empty(), Optional.empty(), Optional.empty(), NAMESPACE));

        assertThat(bare.unavailable())
                .hasValueSatisfying(words -> assertThat(words).contains("probatum.reruns.kubernetes.claim"));
    }

    @Test
    void is_gone_once_it_is_to_be_forgotten() throws ExecutorFault {
        Launch launch = Laid.in(folder()).shell("exit 0");
        String handle = executor().start(launch);
        end(handle, launch);

        executor().forget(handle, launch);

        assertThat(client.batch().v1().jobs().inNamespace(NAMESPACE).list().getItems())
                .isEmpty();
        assertThat(executor().look(handle, launch)).isInstanceOf(Progress.Lost.class);
    }

    @Test
    void tells_memory_from_failure_and_eviction_from_both() {
        Job job = new io.fabric8.kubernetes.api.model.batch.v1.JobBuilder()
                .withNewSpec()
                .endSpec()
                .build();
        var killed = new ContainerStateTerminatedBuilder()
                .withExitCode(137)
                .withReason("OOMKilled")
                .withStartedAt("2026-11-26T09:00:00Z")
                .withFinishedAt("2026-11-26T09:01:00Z")
                .build();
        var pod = new PodBuilder()
                .withNewStatus()
                .addNewContainerStatus()
                .withNewState()
                .withTerminated(killed)
                .endState()
                .endContainerStatus()
                .endStatus()
                .build();
        var evicted = new PodBuilder()
                .withNewStatus()
                .withReason("Evicted")
                .withMessage("Pod ephemeral local storage usage exceeds the total limit of containers 8Mi.")
                .endStatus()
                .build();

        assertThat(how(new JobStory(job, pod))).isEqualTo(How.MEMORY_LIMIT);
        assertThat(how(new JobStory(job, evicted))).isEqualTo(How.OUTPUT_LIMIT);
        assertThat(new JobStory(job, null).progress()).isInstanceOf(Progress.Waiting.class);
    }

    private static How how(JobStory story) {
        return ((Progress.Ended) story.progress()).how();
    }
}
