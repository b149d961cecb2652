package org.probatum.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What this node signed, outside the database: a file with a checkpoint a line, in base64. A database that was put back to
 * yesterday, or rewritten together with its checkpoints, does not agree with it.
 */
@ApplicationScoped
public class LogMemory {
    private static final Logger LOG = Logger.getLogger(LogMemory.class);

    private final @Nullable Path file;
    private @Nullable String last;

    LogMemory(@ConfigProperty(name = "probatum.log.memory") Optional<Path> file) {
        this.file = file.orElse(null);
    }

    /** There is a file to remember in. */
    public boolean isKept() {
        return file != null;
    }

    /** Every checkpoint it remembers, as it was signed, oldest first. */
    public List<String> all() {
        if (file == null || !Files.exists(file)) {
            return List.of();
        }
        try {
            List<String> notes = new ArrayList<>();
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                decoded(line).ifPresent(notes::add);
            }
            return notes;
        } catch (IOException e) {
            throw new UncheckedIOException("the checkpoints in " + file + " cannot be read", e);
        }
    }

    /** The newest. */
    synchronized Optional<String> last() {
        if (last == null) {
            List<String> notes = all();
            last = notes.isEmpty() ? null : notes.get(notes.size() - 1);
        }
        return Optional.ofNullable(last);
    }

    /** Called once a checkpoint is committed: one that was not handed out need not be remembered. */
    synchronized void remember(String note) {
        if (file == null) {
            return;
        }
        String line = Base64.getEncoder().encodeToString(note.getBytes(StandardCharsets.UTF_8)) + "\n";
        try {
            Files.writeString(
                    file, line, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            last = note;
        } catch (IOException e) {
            LOG.errorf("A checkpoint could not be remembered in %s: %s", file, e.getMessage());
        }
    }

    /** A line that a crash left half written is none. */
    private static Optional<String> decoded(String line) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
