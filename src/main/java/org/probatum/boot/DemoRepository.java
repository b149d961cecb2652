package org.probatum.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;

/** The code and the data of the demo's real model, laid out where reruns may read files: a repository of one commit. */
final class DemoRepository {
    private static final String RECORDED = "https://github.com/probatum/probatum";
    private static final String FOLDER = "credit/";
    private static final PersonIdent MIRA =
            new PersonIdent("Mira", "mira@example.org", Instant.parse("2026-11-01T09:00:00Z"), ZoneOffset.UTC);

    private final Path folder;
    private final String commit;

    private DemoRepository(Path folder, String commit) {
        this.folder = folder;
        this.commit = commit;
    }

    /** Lays it out below a folder. */
    static DemoRepository under(Path home) {
        Path code = home.resolve("credit");
        try {
            Files.createDirectories(code);
            for (String file : new String[] {"Train.java", "applications.csv"}) {
                Files.writeString(code.resolve(file), DemoDecisions.text(FOLDER + file));
            }
            try (Git git = Git.init()
                    .setDirectory(code.toFile())
                    .setInitialBranch("main")
                    .call()) {
                git.add().addFilepattern(".").call();
                return new DemoRepository(
                        code,
                        git.commit()
                                .setMessage("The credit example")
                                .setAuthor(MIRA)
                                .setCommitter(MIRA)
                                .setSign(false)
                                .call()
                                .name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GitAPIException e) {
            throw new IllegalStateException("The demo's repository cannot be made under " + home, e);
        }
    }

    /** A recorded run's manifest, with this repository and this data. */
    String recorded(String run) {
        return run.replaceFirst(
                        "\"uri\": \"[^\"]*\"",
                        "\"uri\": \"" + folder.resolve("applications.csv").toUri() + "\"")
                .replace(RECORDED, folder.toUri().toString())
                .replaceFirst("\"commit\": \"[0-9a-f]*\"", "\"commit\": \"" + commit + "\"")
                .replaceFirst("\"workingDirectory\": \"[^\"]*\"", "\"workingDirectory\": \".\"");
    }
}
