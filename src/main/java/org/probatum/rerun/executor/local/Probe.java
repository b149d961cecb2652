package org.probatum.rerun.executor.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Limits;
import org.probatum.rerun.Workspace;
import org.probatum.rerun.executor.Fence;
import org.probatum.rerun.executor.Programs;

/** Whether the fence stands on this machine: found out once, by really putting something behind it. */
final class Probe {
    private final Fence fence;
    private final Programs programs;
    private @Nullable Optional<String> found;

    Probe(Fence fence, Programs programs) {
        this.fence = fence;
        this.programs = programs;
    }

    /** What is in the way, and what would remove it. */
    synchronized Optional<String> trouble() {
        if (found == null) {
            found = tried();
        }
        return found;
    }

    private Optional<String> tried() {
        try {
            programs.run(List.of("bwrap", "--version"));
        } catch (ExecutorFault e) {
            return Optional.of("Install bubblewrap (package bubblewrap) on the service's machine and start the service"
                    + " again. Without it commands could not be confined; to run them unconfined all the same, set"
                    + " probatum.reruns.local.plain=true.");
        }
        try {
            Path home = Files.createTempDirectory("probatum-probe");
            try {
                Programs.Said said = behind(home);
                return said.status() == 0
                        ? Optional.empty()
                        : Optional.of("bubblewrap is installed and cannot build its fence here (" + said.line()
                                + "). A service that is not root needs user namespaces; in a container, one that is"
                                + " root needs CAP_SYS_ADMIN.");
            } finally {
                delete(home);
            }
        } catch (IOException | ExecutorFault e) {
            return Optional.of("bubblewrap is installed and could not be tried: " + e.getMessage());
        }
    }

    private Programs.Said behind(Path home) throws IOException, ExecutorFault {
        Workspace workspace = new Workspace(home);
        for (Path folder : List.of(workspace.code(), workspace.data(), workspace.out())) {
            Files.createDirectory(folder);
        }
        Files.writeString(workspace.params(), "{}");
        Limits small = new Limits(Duration.ofSeconds(10), 1, 1L << 30, 1L << 20, 16);
        Launch launch = new Launch("probe", workspace, List.of("/bin/true"), "", Map.of(), small, null, null);
        fence.open(launch);
        Path arguments = home.resolve("arguments");
        Files.writeString(arguments, String.join("\0", fence.arguments(launch)) + "\0");
        List<String> line =
                new ArrayList<>(List.of("/bin/sh", "-c", "file=$1; shift; exec \"$@\" 3<\"$file\" 4>&1", "sh"));
        line.add(arguments.toString());
        line.addAll(fence.command(launch, 0));
        return programs.run(line);
    }

    private static void delete(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
