package org.probatum.boot;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.probatum.cli.Program;

/**
 * A whole start that serves nobody, on a database that is thrown away. The production build watches which classes it
 * loads and lays them out, so that every real start finds them ready.
 */
final class Rehearsal {
    /** Set by the build; left set, it would end the start before most classes are met. */
    private static final String ASKED = "quarkus.appcds.generate";

    private Rehearsal() {}

    static boolean isAsked() {
        return Boolean.getBoolean(ASKED);
    }

    static void run() {
        System.clearProperty(ASKED);
        Path folder = folder();
        check(folder);
        EmbeddedDatabase database = EmbeddedDatabase.start(folder);
        Map.of(
                        "probatum.demo", "false",
                        "probatum.admin.username", "rehearsal",
                        "probatum.admin.password", database.password(),
                        "quarkus.http.host", "127.0.0.1",
                        "quarkus.http.port", "0")
                .forEach(System::setProperty);
        database.configure();
        Quarkus.run(Curtain.class, (exitCode, fault) -> {
            database.close();
            delete(folder);
            System.exit(exitCode);
        });
    }

    /** Falls as soon as everything is up. */
    public static final class Curtain implements QuarkusApplication {
        @Override
        public int run(String... args) {
            return 0;
        }
    }

    /** The command line's classes are laid out with the service's. */
    private static void check(Path folder) {
        Path file = folder.resolve("decision.yaml");
        try {
            Files.writeString(
                    file,
                    "apiVersion: probatum/v1\nkind: Decision\ntitel: A fault\nscope: {outcomes: [{target: 1}]}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        OutputStream nobody = OutputStream.nullOutputStream();
        Program.run(new String[] {"check", file.toString()}, Map.of(), nobody, nobody);
        Program.run(new String[] {"--help"}, Map.of(), nobody, nobody);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("probatum-rehearsal");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
