package org.probatum.rerun.workspace;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes a workspace, whatever its command made of it: links are removed and never followed, folders are entered by their
 * handles, and trees deeper than a program may open folders are taken apart from the top.
 */
public final class Disposal {
    private static final int DEEPEST = 64;
    private static final int MOST_TOLD = 20;

    private final SecureDirectoryStream<Path> top;
    private final Path home;
    private final List<String> left = new ArrayList<>();
    private int moved;

    private Disposal(SecureDirectoryStream<Path> top, Path home) {
        this.top = top;
        this.home = home;
    }

    /** Removes a home; what is left of it in words, nothing when it is gone. */
    public static List<String> remove(Path home) {
        if (!home.isAbsolute() || home.getNameCount() < 2) {
            throw new IllegalArgumentException(home + " is no workspace");
        }
        if (!Files.exists(home, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try {
            if (!Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(home);
                return List.of();
            }
            List<String> left = empty(home);
            if (left.isEmpty()) {
                Files.delete(home);
            }
            return left;
        } catch (IOException e) {
            return List.of(home + ": " + e.getClass().getSimpleName());
        }
    }

    private static List<String> empty(Path home) throws IOException {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(home)) {
            if (!(stream instanceof SecureDirectoryStream<Path> top)) {
                return List.of(home + ": this system has no folders that are entered by their handles");
            }
            Disposal disposal = new Disposal(top, home);
            int before;
            do {
                before = disposal.moved;
                disposal.empty(top, home, 0);
            } while (disposal.moved > before && disposal.left.isEmpty());
            return List.copyOf(disposal.left);
        }
    }

    private void empty(SecureDirectoryStream<Path> folder, Path at, int depth) throws IOException {
        // Opened anew: a stream lists once, and what was moved to the top has to be seen.
        try (SecureDirectoryStream<Path> entries = folder.newDirectoryStream(Path.of("."), LinkOption.NOFOLLOW_LINKS)) {
            for (Path entry : entries) {
                Path name = entry.getFileName();
                try {
                    removeOne(folder, name, at.resolve(name), depth);
                } catch (NoSuchFileException e) {
                    continue;
                } catch (IOException e) {
                    if (left.size() < MOST_TOLD) {
                        left.add(at.resolve(name) + ": " + e.getClass().getSimpleName());
                    }
                }
            }
        }
    }

    private void removeOne(SecureDirectoryStream<Path> folder, Path name, Path at, int depth) throws IOException {
        boolean directory = folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .isDirectory();
        if (!directory) {
            folder.deleteFile(name);
            return;
        }
        if (depth >= DEEPEST) {
            folder.move(name, top, Path.of(".deep-" + moved++));
            return;
        }
        if (Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS) && !(Files.isWritable(at) && Files.isExecutable(at))) {
            Files.setPosixFilePermissions(at, PosixFilePermissions.fromString("rwx------"));
        }
        try (SecureDirectoryStream<Path> inner = folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
            empty(inner, at, depth + 1);
        }
        folder.deleteDirectory(name);
    }
}
