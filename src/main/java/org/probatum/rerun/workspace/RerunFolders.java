package org.probatum.rerun.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where reruns live on this node's disk: {@code probatum.reruns.home}, or {@code reruns} beside the service's own data. */
@ApplicationScoped
public class RerunFolders {
    private final Path home;

    @Inject
    RerunFolders(
            @ConfigProperty(name = "probatum.reruns.home") Optional<Path> home,
            @ConfigProperty(name = "probatum.data") Optional<Path> data) {
        this(home.orElseGet(() -> data.map(folder -> folder.resolve("reruns"))
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "probatum-reruns"))));
    }

    /** Folders below one home. */
    public RerunFolders(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    /** The home of a rerun's workspace; the name is letters, digits, dots, hyphens and underscores. */
    public Path workspace(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,127}")) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be the name of a folder");
        }
        return home.resolve("workspaces").resolve(name);
    }

    /** Where verified data is kept for the next rerun. */
    Path cache() {
        return home.resolve("cache");
    }
}
