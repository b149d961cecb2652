package org.probatum.rerun.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.probatum.shared.Digest;

/**
 * Verified datasets, kept for the next rerun, the longest unused dropped first. What is kept is found by where it came from
 * and in which state, besides its digest: whoever only knows a digest gets nothing, and what is gone at its source is gone.
 */
@ApplicationScoped
class DataCache {
    private static final String FETCHING = "fetching-";
    private static final Duration A_DAY = Duration.ofDays(1);

    private final RerunFolders folders;
    private final Fences fences;
    private final Clock clock;

    DataCache(RerunFolders folders, Fences fences, Clock clock) {
        this.folders = folders;
        this.fences = fences;
        this.clock = clock;
    }

    /** The file kept for this content of this source in this state; it may not be there. */
    Path file(String uri, String state, String digest) {
        return folders.cache()
                .resolve(Digest.of(uri + "\n" + state + "\n" + digest).substring("sha256:".length()));
    }

    /** A new file to fetch into, on the same disk as what is kept. */
    Path fresh() throws IOException {
        Files.createDirectories(folders.cache());
        return folders.cache().resolve(FETCHING + UUID.randomUUID());
    }

    /** Keeps a verified file. */
    void keep(Path verified, Path as) throws IOException {
        Files.move(verified, as, StandardCopyOption.ATOMIC_MOVE);
        prune(as);
    }

    /** Puts a verified file where a command reads it: by a link where the disk allows, and not to be written either way. */
    void hand(Path kept, Path to) throws IOException {
        Files.createDirectories(Optional.ofNullable(to.getParent()).orElseThrow());
        readOnly(kept);
        Files.setLastModifiedTime(kept, FileTime.from(clock.instant()));
        try {
            Files.createLink(to, kept);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            Files.copy(kept, to);
            readOnly(to);
        }
    }

    private static void readOnly(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    }

    private void prune(Path newest) throws IOException {
        List<Path> kept;
        try (Stream<Path> files = Files.list(folders.cache())) {
            kept = files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified())
                            .reversed())
                    .toList();
        }
        // What is still being fetched is nobody's to drop, unless whoever fetched it died long ago.
        long abandoned = clock.instant()
                .minus(fences.within().multipliedBy(2))
                .minus(A_DAY)
                .toEpochMilli();
        long room = fences.cacheBytes();
        for (Path file : kept) {
            if (file.getFileName().toString().startsWith(FETCHING)) {
                if (file.toFile().lastModified() < abandoned) {
                    Files.deleteIfExists(file);
                }
                continue;
            }
            room -= file.toFile().length();
            if (room < 0 && !file.equals(newest)) {
                Files.deleteIfExists(file);
            }
        }
    }
}
