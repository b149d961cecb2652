package org.probatum.rerun.executor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.probatum.rerun.ExecutorFault;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Printed;
import org.probatum.rerun.Progress;
import org.probatum.rerun.Workspace;

/**
 * What {@code supervise.sh}, which outlives the service, leaves in a folder of the workspace's home that the command
 * cannot see: that it began (once), that it is to stop, and how it ended.
 */
public final class Supervision {
    private static final Pattern SPENT = Pattern.compile("(\\d+)m([0-9.]+)s (\\d+)m([0-9.]+)s");
    /** What a shell says of a command that a signal ended: 128 and the signal. */
    private static final int XCPU = 152;

    private static final int XFSZ = 153;

    private final Workspace workspace;
    private final Path state;

    public Supervision(Workspace workspace) {
        this.workspace = workspace;
        this.state = workspace.home().resolve("supervision");
    }

    /** Who supervises, since when, and as which job if a cluster has numbered it. */
    public record Begun(long pid, long born, String boot, Instant at, String job) {}

    /** What the supervisor allows beside the launch's limits: seconds to obey, and bytes to be left free on the disk. */
    public record Bounds(long grace, long reserve) {}

    /**
     * Writes what the supervisor needs.
     *
     * @param fence arguments of bubblewrap; none for a command that is not fenced in
     * @return the supervisor's command line, which then starts {@code command}
     */
    public List<String> prepare(Launch launch, List<String> fence, List<String> command, Bounds bounds)
            throws ExecutorFault {
        try {
            Files.createDirectories(state);
            if (!fence.isEmpty()) {
                put("fence", String.join("\0", fence) + "\0");
            }
            try (InputStream script = Supervision.class.getResourceAsStream("/rerun/supervise.sh")) {
                put(
                        "supervise.sh",
                        new String(java.util.Objects.requireNonNull(script).readAllBytes(), UTF_8));
            }
        } catch (IOException e) {
            throw new ExecutorFault("the workspace cannot be written to: " + e, true);
        }
        List<String> line = new ArrayList<>(List.of(
                state.resolve("supervise.sh").toString(),
                state.toString(),
                workspace.log().toString(),
                workspace.out().toString(),
                Long.toString(Math.max(1, launch.limits().time().toSeconds())),
                Long.toString(bounds.grace()),
                Long.toString(launch.limits().outputBytes()),
                Long.toString(launch.limits().memoryBytes()),
                Long.toString(bounds.reserve()),
                fence.isEmpty() ? "plain" : "fenced",
                "--"));
        line.addAll(command);
        return line;
    }

    /** The supervisor, once it has begun. */
    public Optional<Begun> begun() throws ExecutorFault {
        return read("begun")
                .map(line -> line.strip().split(" "))
                .filter(parts -> parts.length == 5)
                .map(parts -> new Begun(
                        Long.parseLong(parts[0]),
                        Long.parseLong(parts[1]),
                        parts[2],
                        Instant.parse(parts[3]),
                        parts[4]));
    }

    /** The process that the supervisor watches. */
    public Optional<Long> child() throws ExecutorFault {
        return read("child").map(line -> Long.parseLong(line.strip()));
    }

    /** Asks the supervisor to end the command with all that it started. */
    public void stop() throws ExecutorFault {
        try {
            if (Files.isDirectory(state)) {
                put("stop", "");
            }
        } catch (IOException e) {
            throw new ExecutorFault("the workspace cannot be written to: " + e, true);
        }
    }

    /** How it ended, once it has. */
    public Optional<Progress.Ended> ended() throws ExecutorFault {
        Optional<String> text = read("ended");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> said = new HashMap<>();
        text.get().lines().filter(line -> line.contains("=")).forEach(line -> {
            int at = line.indexOf('=');
            said.put(line.substring(0, at), line.substring(at + 1));
        });
        int status = Integer.parseInt(said.getOrDefault("status", "-1"));
        Progress.How how = how(said.getOrDefault("why", ""), status);
        return Optional.of(new Progress.Ended(
                how,
                how == Progress.How.EXITED ? status : null,
                Instant.parse(said.getOrDefault("started", "")),
                Instant.parse(said.getOrDefault("ended", "")),
                seconds(said.getOrDefault("spent", "")),
                words(how, status)));
    }

    /** What was printed, from a byte on. */
    public Printed log(long from, int most) throws ExecutorFault {
        try (SeekableByteChannel log =
                Files.newByteChannel(workspace.log(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            long size = log.size();
            long start = from < 0 ? Math.max(0, size - most) : Math.min(from, size);
            ByteBuffer part = ByteBuffer.allocate((int) Math.min(most, size - start));
            log.position(start);
            while (part.hasRemaining() && log.read(part) >= 0) {
                continue;
            }
            return new Printed(start, java.util.Arrays.copyOf(part.array(), part.position()));
        } catch (NoSuchFileException e) {
            return Printed.nothing(Math.max(0, from));
        } catch (IOException e) {
            throw new ExecutorFault("what was printed cannot be read: " + e, true);
        }
    }

    private static Progress.How how(String why, int status) {
        if (why.equals("EXITED") && status == XCPU) {
            return Progress.How.TIME_LIMIT;
        }
        return why.equals("EXITED") && status == XFSZ ? Progress.How.OUTPUT_LIMIT : Progress.How.valueOf(why);
    }

    private String words(Progress.How how, int status) throws ExecutorFault {
        return switch (how) {
            case EXITED -> status == 0 ? "It ended by itself" : "It ended by itself with status " + status;
            case TIME_LIMIT ->
                status == XCPU
                        ? "One of its processes used all the CPU time it may"
                        : "It ran as long as it may and was ended";
            case MEMORY_LIMIT -> "It took more memory than it may and was ended";
            case OUTPUT_LIMIT -> "It wrote more than it may, or than the disk has room for, and was ended";
            case CANCELLED -> "It was cancelled";
            case EXECUTOR_FAILED ->
                "It could not be started: " + log(0, 400).text().strip();
        };
    }

    private static @org.jspecify.annotations.Nullable Double seconds(String times) {
        Matcher spent = SPENT.matcher(times);
        return !spent.matches()
                ? null
                : Double.valueOf(60 * (Long.parseLong(spent.group(1)) + Long.parseLong(spent.group(3)))
                        + Double.parseDouble(spent.group(2))
                        + Double.parseDouble(spent.group(4)));
    }

    private Optional<String> read(String name) throws ExecutorFault {
        try {
            return Optional.of(Files.readString(state.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ExecutorFault("the workspace cannot be read: " + e, true);
        }
    }

    /** Whole or not at all: two who start the same thing write the same, and neither reads half of it. */
    private void put(String name, String text) throws IOException {
        Path part = state.resolve(name + "." + UUID.randomUUID());
        Files.writeString(part, text, UTF_8);
        Files.move(part, state.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
