package org.probatum.rerun.executor.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Limits;
import org.probatum.rerun.executor.Paths;

/** A launch drawn as a Job: one pod, once, as nobody, with nothing it was not given. */
final class JobDrawing {
    static final String LABEL = "probatum.org/rerun";
    private static final String SILENCE = "probatum-reruns-without-network";
    private static final Pattern BY_DIGEST = Pattern.compile("(.+@)?sha256:[0-9a-f]{64}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final long NOBODY = 65534;
    private static final long PATIENCE_SECONDS = 5;

    private final Launch launch;
    private final String subPath;
    private final String claim;

    JobDrawing(Launch launch, String subPath, String claim) {
        this.launch = launch;
        this.subPath = subPath;
        this.claim = claim;
    }

    /** The Job's name; names of objects have no capitals, dots or underlines. */
    static String name(Launch launch) {
        return launch.name().toLowerCase(Locale.ROOT).replaceAll("[._]", "-");
    }

    /** Pods of reruns reach nothing and are reached by nothing, where the cluster's network keeps to policies. */
    static NetworkPolicy silence() {
        return new NetworkPolicyBuilder()
                .withNewMetadata()
                .withName(SILENCE)
                .endMetadata()
                .withNewSpec()
                .withNewPodSelector()
                .addNewMatchExpression()
                .withKey(LABEL)
                .withOperator("Exists")
                .endMatchExpression()
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .endSpec()
                .build();
    }

    Job job() throws ExecutorFault {
        String name = name(launch);
        if (!NAME.matcher(name).matches()) {
            throw new ExecutorFault("the rerun's name \"" + launch.name() + "\" cannot name a Job", false);
        }
        return new JobBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels(LABEL, name)
                .endMetadata()
                .withNewSpec()
                .withBackoffLimit(0)
                .withCompletions(1)
                .withParallelism(1)
                .withActiveDeadlineSeconds(Math.max(1, launch.limits().time().toSeconds()))
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels(LABEL, name)
                .endMetadata()
                .withNewSpec()
                .withRestartPolicy("Never")
                .withAutomountServiceAccountToken(false)
                .withEnableServiceLinks(false)
                .withTerminationGracePeriodSeconds(PATIENCE_SECONDS)
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withRunAsUser(NOBODY)
                .withRunAsGroup(NOBODY)
                .withFsGroup(NOBODY)
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .addNewVolume()
                .withName("workspace")
                .withNewPersistentVolumeClaim()
                .withClaimName(claim)
                .endPersistentVolumeClaim()
                .endVolume()
                .addNewVolume()
                .withName("tmp")
                .withNewEmptyDir()
                .withSizeLimit(bytes(launch.limits().outputBytes()))
                .endEmptyDir()
                .endVolume()
                .withContainers(container())
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    private Container container() throws ExecutorFault {
        String image = launch.image();
        if (image == null || !BY_DIGEST.matcher(image).matches()) {
            throw new ExecutorFault(
                    "the run names no container image by digest; record environment.image as"
                            + " registry/name@sha256:… to have it run again on Kubernetes",
                    false);
        }
        Limits limits = launch.limits();
        Map<String, Quantity> most = Map.of(
                "cpu", new Quantity(Integer.toString(limits.cpus())),
                "memory", bytes(limits.memoryBytes()),
                "ephemeral-storage", bytes(limits.outputBytes()));
        ContainerBuilder container = new ContainerBuilder()
                .withName("rerun")
                .withImage(image)
                .withCommand(launch.command().stream().map(JobDrawing::literal).toList())
                .withWorkingDir(Paths.CODE + "/" + Paths.directory(launch))
                .withNewResources()
                .withLimits(most)
                .withRequests(most)
                .endResources()
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withAllowPrivilegeEscalation(false)
                .withPrivileged(false)
                .withReadOnlyRootFilesystem(true)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .endSecurityContext()
                .addNewVolumeMount()
                .withName("tmp")
                .withMountPath("/tmp")
                .endVolumeMount();
        mount(container, "code", Paths.CODE, true);
        mount(container, "data", Paths.DATA, true);
        mount(container, "params.json", Paths.PARAMS, true);
        mount(container, "out", Paths.OUT, false);
        Paths.INSIDE.environment(launch).forEach((name, value) -> container
                .addNewEnv()
                .withName(name)
                .withValue(literal(value))
                .endEnv());
        return container.build();
    }

    private void mount(ContainerBuilder container, String part, String path, boolean readOnly) {
        container
                .addNewVolumeMount()
                .withName("workspace")
                .withSubPath(subPath + "/" + part)
                .withMountPath(path)
                .withReadOnly(readOnly)
                .endVolumeMount();
    }

    /** The cluster would put variables into {@code $(NAME)}; what was recorded is passed on as it is. */
    private static String literal(String word) {
        return word.replace("$(", "$$(");
    }

    private static Quantity bytes(long number) {
        return new Quantity(Long.toString(number));
    }
}
