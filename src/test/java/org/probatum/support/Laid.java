package org.probatum.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Limits;
import org.probatum.rerun.Progress;
import org.probatum.rerun.RerunExecutor;
import org.probatum.rerun.Workspace;

/** A workspace laid out, and launches in it. */
public final class Laid {
    public static final long MEGABYTE = 1L << 20;
    public static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 1, 512 * MEGABYTE, 8 * MEGABYTE, 64);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String IMAGE = "registry.example.org/rerun@sha256:" + "0123456789abcdef".repeat(4);

    private final String name;
    private final Workspace workspace;
    private final Limits limits;
    private final String directory;
    private final Map<String, String> environment;
    private final @Nullable String image;

    private Laid(
            String name,
            Workspace workspace,
            Limits limits,
            String directory,
            Map<String, String> environment,
            @Nullable String image) {
        this.name = name;
        this.workspace = workspace;
        this.limits = limits;
        this.directory = directory;
        this.environment = environment;
        this.image = image;
    }

    /** What an executor is waited for to say. */
    @FunctionalInterface
    public interface Until {
        boolean isMet(Progress progress) throws ExecutorFault;
    }

    public static Laid in(Path folder) {
        String name = "rerun-" + UUID.randomUUID().toString().substring(0, 18);
        Workspace workspace = new Workspace(folder.resolve(name));
        try {
            for (Path part : List.of(workspace.code(), workspace.data(), workspace.out())) {
                Files.createDirectories(part);
            }
            Files.writeString(workspace.params(), "{}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Laid(name, workspace, LIMITS, "", Map.of("PROBATUM_SEED", "1"), IMAGE);
    }

    public Laid taking(Limits most) {
        return new Laid(name, workspace, most, directory, environment, image);
    }

    public Laid taking(Duration time) {
        return taking(new Limits(time, limits.cpus(), limits.memoryBytes(), limits.outputBytes(), limits.processes()));
    }

    public Laid within(String folder) {
        return new Laid(name, workspace, limits, folder, environment, image);
    }

    public Laid with(Map<String, String> variables) {
        return new Laid(name, workspace, limits, directory, variables, image);
    }

    public Laid from(@Nullable String other) {
        return new Laid(name, workspace, limits, directory, environment, other);
    }

    public Launch shell(String script) {
        return command("/bin/sh", "-c", script);
    }

    public Launch command(String... command) {
        return new Launch(name, workspace, List.of(command), directory, environment, limits, image, null);
    }

    public Laid write(String path, String text) {
        try {
            Path file = workspace.home().resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String read(String path) {
        try {
            return Files.readString(workspace.home().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path(String path) {
        return workspace.home().resolve(path);
    }

    public List<String> names(String path) {
        try (Stream<Path> files = Files.list(path(path))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks again and again until it is so. */
    public static Progress waited(RerunExecutor executor, String handle, Launch launch, Until until)
            throws ExecutorFault {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Progress progress = executor.look(handle, launch);
        while (!isMet(until, progress)) {
            if (System.nanoTime() > end || progress instanceof Progress.Lost) {
                throw new AssertionError("still " + progress + "; it printed: "
                        + executor.log(handle, launch, 0, 4000).text());
            }
            try {
                Thread.sleep(40);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
            progress = executor.look(handle, launch);
        }
        return progress;
    }

    /** An executor that says it will answer later is asked later. */
    private static boolean isMet(Until until, Progress progress) throws ExecutorFault {
        try {
            return until.isMet(progress);
        } catch (ExecutorFault fault) {
            if (fault.isPassing()) {
                return false;
            }
            throw fault;
        }
    }

    /** How many processes of the whole machine have the words in their command line. */
    public static long processes(String words) {
        List<String> found = new ArrayList<>();
        ProcessHandle.allProcesses().forEach(process -> {
            try {
                String line = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                        .replace('\0', ' ');
                if (line.startsWith(words)) {
                    found.add(line);
                }
            } catch (IOException gone) {
                // It ended while we looked.
                return;
            }
        });
        return found.size();
    }
}
