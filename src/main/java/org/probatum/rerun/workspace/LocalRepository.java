package org.probatum.rerun.workspace;

import static org.probatum.rerun.workspace.FetchCode.AT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;

/** A repository on this machine, which is read as it lies there: nothing of it leads elsewhere. */
final class LocalRepository {
    private LocalRepository() {}

    static Repository open(Path real, Roots roots) throws Halt, IOException {
        Path own = real.resolve(".git");
        Path folder = Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS) ? own : real;
        if (!Files.isDirectory(folder.resolve("objects"), LinkOption.NOFOLLOW_LINKS)
                || !Files.isRegularFile(folder.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)) {
            throw Halt.gone(AT, "There is no git repository at " + real, "Put it back, or record where it is now");
        }
        for (String elsewhere : List.of("objects/info/alternates", "objects/info/http-alternates", "commondir")) {
            if (Files.exists(folder.resolve(elsewhere), LinkOption.NOFOLLOW_LINKS)) {
                throw outside(real, elsewhere);
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path link : (Iterable<Path>) files.filter(Files::isSymbolicLink)::iterator) {
                if (!staysIn(link, roots)) {
                    throw outside(real, folder.relativize(link).toString());
                }
            }
        }
        return new RepositoryBuilder()
                .setGitDir(folder.toFile())
                .setMustExist(true)
                .setBare()
                .build();
    }

    private static boolean staysIn(Path link, Roots roots) throws IOException {
        try {
            return roots.holds(link.toRealPath());
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    private static Halt outside(Path real, String what) {
        return Halt.notFetched(
                AT,
                "The repository at " + real + " takes objects from elsewhere (" + what + ")",
                "Record a repository that holds its own objects: git clone --bare --no-hardlinks makes one");
    }
}
