package org.probatum.rerun.workspace;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much is fetched for a rerun at most, how long it may take, and which folders of this machine may be read for it. */
@ApplicationScoped
public class Fences {
    private final long codeBytes;
    private final long dataBytes;
    private final long cacheBytes;
    private final Duration within;
    private final List<Path> folders;

    @Inject
    Fences(
            @ConfigProperty(name = "probatum.reruns.code-most", defaultValue = "512M") MemorySize code,
            @ConfigProperty(name = "probatum.reruns.data-most", defaultValue = "10G") MemorySize data,
            @ConfigProperty(name = "probatum.reruns.cache-most", defaultValue = "20G") MemorySize cache,
            @ConfigProperty(name = "probatum.reruns.fetch-within", defaultValue = "PT30M") Duration within,
            @ConfigProperty(name = "probatum.reruns.files") Optional<List<Path>> folders) {
        this(code.asLongValue(), data.asLongValue(), cache.asLongValue(), within, folders.orElse(List.of()));
    }

    /** Fences with these measures, in bytes. */
    public Fences(long codeBytes, long dataBytes, long cacheBytes, Duration within, List<Path> folders) {
        this.codeBytes = codeBytes;
        this.dataBytes = dataBytes;
        this.cacheBytes = cacheBytes;
        this.within = within;
        this.folders = List.copyOf(folders);
    }

    /** Of a repository at one commit, and of what is transferred to have it. */
    long codeBytes() {
        return codeBytes;
    }

    /** Of one dataset. */
    long dataBytes() {
        return dataBytes;
    }

    /** Of all datasets kept for the next rerun. */
    long cacheBytes() {
        return cacheBytes;
    }

    /** For one repository, and for one dataset. */
    Duration within() {
        return within;
    }

    /** From which files and repositories are read; none unless configured. */
    List<Path> folders() {
        return folders;
    }
}
