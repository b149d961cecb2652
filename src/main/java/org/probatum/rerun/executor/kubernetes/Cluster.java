package org.probatum.rerun.executor.kubernetes;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.Workspace;

/**
 * The cluster that Jobs go to, and the volume that holds the workspaces. Its client is made when it is first needed: it
 * reads the service account's token in a pod, or the file that {@code KUBECONFIG} names.
 */
@Singleton
class Cluster {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Optional<String> claim;
    private final Optional<String> mount;
    private final Optional<String> master;
    private final String namespace;
    private @Nullable KubernetesClient client;

    @Inject
    Cluster(
            @ConfigProperty(name = "probatum.reruns.kubernetes.claim") Optional<String> claim,
            @ConfigProperty(name = "probatum.reruns.kubernetes.mount") Optional<String> mount,
            @ConfigProperty(name = "probatum.reruns.kubernetes.master") Optional<String> master,
            @ConfigProperty(name = "probatum.reruns.kubernetes.namespace", defaultValue = "probatum-reruns")
                    String namespace) {
        this.claim = claim;
        this.mount = mount;
        this.master = master;
        this.namespace = namespace;
    }

    /** A cluster whose client is there already. */
    Cluster(String claim, Path mount, String namespace, KubernetesClient client) {
        this(Optional.of(claim), Optional.of(mount.toString()), Optional.empty(), namespace);
        this.client = client;
    }

    Optional<String> trouble() {
        return claim.isPresent() && mount.isPresent()
                ? Optional.empty()
                : Optional.of("Name the PersistentVolumeClaim that holds the workspaces"
                        + " (probatum.reruns.kubernetes.claim) and the folder where the service has it mounted"
                        + " (probatum.reruns.kubernetes.mount).");
    }

    String claim() {
        return claim.orElseThrow();
    }

    String namespace() {
        return namespace;
    }

    /** Where the volume has a workspace. */
    String subPath(Workspace workspace) throws ExecutorFault {
        Path root = Path.of(mount.orElseThrow()).toAbsolutePath().normalize();
        Path home = workspace.home().toAbsolutePath().normalize();
        if (!home.startsWith(root) || home.equals(root)) {
            throw new ExecutorFault(
                    "the workspace " + home + " is not on the volume mounted at " + root
                            + " (probatum.reruns.kubernetes.mount)",
                    false);
        }
        return root.relativize(home).toString();
    }

    synchronized KubernetesClient client() {
        if (client == null) {
            Config found = Config.autoConfigure(null);
            ConfigBuilder config = new ConfigBuilder(found)
                    .withRequestTimeout(PATIENCE_MILLIS)
                    .withConnectionTimeout(PATIENCE_MILLIS)
                    .withRequestRetryBackoffLimit(1);
            master.ifPresent(config::withMasterUrl);
            client = new KubernetesClientBuilder().withConfig(config.build()).build();
        }
        return client;
    }

    @PreDestroy
    synchronized void close() {
        if (client != null) {
            client.close();
        }
    }
}
