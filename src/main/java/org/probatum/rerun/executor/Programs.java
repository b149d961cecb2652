package org.probatum.rerun.executor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.probatum.rerun.ExecutorFault;

/**
 * Runs programs of the machine by argument lists, never by a shell's line, with no environment but what is given. The
 * path they are looked for on is the service's own.
 */
public final class Programs {
    private static final int MOST = 1 << 20;

    private final Map<String, String> environment;
    private final Duration within;

    public Programs(Map<String, String> environment, Duration within) {
        this.environment = Map.copyOf(environment);
        this.within = within;
    }

    /** How a program ended and what it said on both streams. */
    public record Said(int status, String words) {
        /** The first line, for telling people. */
        public String line() {
            return words.strip().lines().findFirst().orElse("it ended with status " + status + " and said nothing");
        }
    }

    /** Runs a program to its end. */
    public Said run(List<String> command) throws ExecutorFault {
        Path words = null;
        try {
            words = Files.createTempFile("probatum-said", ".txt");
            ProcessBuilder builder = builder(command);
            builder.redirectErrorStream(true).redirectOutput(words.toFile());
            Process process = builder.start();
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new ExecutorFault(command.get(0) + " did not answer within " + within.toSeconds() + " s", true);
            }
            try (var stream = Files.newInputStream(words)) {
                return new Said(
                        process.exitValue(),
                        new String(stream.readNBytes(MOST), java.nio.charset.StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new ExecutorFault(command.get(0) + " cannot be run: " + e.getMessage(), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutorFault(command.get(0) + " was not waited for: the service is stopping", true);
        } finally {
            delete(words);
        }
    }

    /** The same program with its streams led nowhere. */
    public void start(List<String> command) throws ExecutorFault {
        try {
            ProcessBuilder builder = builder(command);
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.start();
        } catch (IOException e) {
            throw new ExecutorFault(command.get(0) + " cannot be run: " + e.getMessage(), false);
        }
    }

    private ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        return builder;
    }

    private static void delete(@org.jspecify.annotations.Nullable Path words) {
        try {
            if (words != null) {
                Files.deleteIfExists(words);
            }
        } catch (IOException e) {
            // What is left in the folder for temporary files is the machine's to sweep.
            return;
        }
    }
}
