package org.probatum.rerun.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.manifest.Artifact;
import org.probatum.rerun.Outcome;

/** What is gathered while an output folder is read. */
final class OutputFolder {
    private static final int MOST_FILES = 2000;
    private static final int DEEPEST = 32;
    private static final int LONGEST = 1000;
    private static final int MOST_TOLD = 5;

    private final long most;
    private final List<Artifact> artifacts = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private @Nullable MetricsFile metrics;
    private long bytes;
    private int entries;

    OutputFolder(long most) {
        this.most = most;
    }

    void read(SecureDirectoryStream<Path> folder, String prefix, int depth) throws IOException {
        if (depth > DEEPEST) {
            trouble("folders lie in one another more than " + DEEPEST + " deep");
            return;
        }
        for (Path entry : folder) {
            Path name = entry.getFileName();
            String path = prefix + name;
            if (++entries > MOST_FILES) {
                trouble("there are more than " + MOST_FILES + " files and folders");
                return;
            }
            if (path.length() > LONGEST || path.chars().anyMatch(Character::isISOControl)) {
                trouble("a file's name is longer than " + LONGEST + " characters or holds control characters");
                continue;
            }
            BasicFileAttributes kind = folder.getFileAttributeView(
                            name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes();
            if (kind.isDirectory()) {
                try (SecureDirectoryStream<Path> inner = folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                    read(inner, path + "/", depth + 1);
                }
            } else if (kind.isRegularFile()) {
                readFile(folder, name, path, kind.size());
            } else {
                trouble(path + " is " + (kind.isSymbolicLink() ? "a link" : "no file") + ", which is not read");
            }
        }
    }

    private void readFile(SecureDirectoryStream<Path> folder, Path name, String path, long size) throws IOException {
        boolean isMetrics = path.equals(MetricsFile.NAME);
        if (isMetrics && size > MetricsFile.MOST_BYTES) {
            metrics = MetricsFile.wrong(MetricsFile.NAME + " is larger than " + MetricsFile.MOST_BYTES + " bytes");
        }
        if (bytes + size > most) {
            trouble("the files are larger than " + most + " bytes together; " + path + " was not read");
            return;
        }
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        boolean hold = isMetrics && metrics == null;
        Digesting digest = new Digesting(hold ? held : OutputStream.nullOutputStream());
        try (SeekableByteChannel in =
                folder.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            ByteBuffer some = ByteBuffer.allocate(64 * 1024);
            // No further than it was long: whoever still writes to it changes only what its digest says.
            while (digest.bytes() < size && in.read(some.clear()) >= 0) {
                digest.write(some.array(), 0, (int) Math.min(some.position(), size - digest.bytes()));
            }
        }
        bytes += digest.bytes();
        artifacts.add(new Artifact(path, digest.digest(), digest.bytes()));
        if (hold) {
            metrics = MetricsFile.read(held.toByteArray());
        }
    }

    void trouble(String words) {
        if (troubles.size() < MOST_TOLD && !troubles.contains(words)) {
            troubles.add(words);
        }
    }

    Outcome outcome() {
        if (metrics == null) {
            trouble("the command wrote no " + MetricsFile.NAME + " to $PROBATUM_OUT_DIR");
        } else {
            metrics.trouble().ifPresent(this::trouble);
        }
        artifacts.sort(Comparator.comparing(Artifact::path));
        return new Outcome(
                metrics == null ? Map.of() : metrics.metrics(),
                artifacts,
                troubles.isEmpty() ? null : String.join("; ", troubles));
    }
}
