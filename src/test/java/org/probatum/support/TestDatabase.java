package org.probatum.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.probatum.boot.EmbeddedDatabase;
import org.probatum.log.note.NoteSigner;

/** A PostgreSQL of the tests' own, new for each run, started the way the service starts its own. */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
    private static final AtomicInteger STARTS = new AtomicInteger();

    private EmbeddedDatabase database;
    private Path folder;

    @Override
    public Map<String, String> start() {
        folder = Path.of("target", "test-data-" + ProcessHandle.current().pid() + "-" + STARTS.incrementAndGet());
        delete(folder);
        database = EmbeddedDatabase.start(folder);
        Database.is(database.url(), database.password());
        countStatements();
        database.close();
        database = EmbeddedDatabase.start(folder);
        Database.is(database.url(), database.password());
        return Map.ofEntries(
                Map.entry("quarkus.datasource.jdbc.url", database.url()),
                Map.entry("quarkus.datasource.username", "probatum"),
                Map.entry("quarkus.datasource.password", database.password()),
                Map.entry("quarkus.flyway.jdbc-url", database.url()),
                Map.entry("quarkus.flyway.username", "probatum_owner"),
                Map.entry("quarkus.flyway.password", database.password()),
                Map.entry("probatum.demo", "false"),
                Map.entry("probatum.admin.username", "first-administrator"),
                Map.entry("probatum.admin.password", Casting.PASSWORD),
                Map.entry("probatum.webhooks.key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="),
                Map.entry(
                        "probatum.log.key",
                        NoteSigner.generate("probatum.example.org/log").privateKey()),
                Map.entry(
                        "probatum.log.memory", folder.resolve("log-checkpoints").toString()),
                Map.entry("probatum.outbound.allow", "127.0.0.1/32"),
                Map.entry("probatum.webhooks.within", "2S"),
                Map.entry("probatum.relay.poll", "0.5S"),
                Map.entry("probatum.trackers.poll", "0.5S"),
                Map.entry("probatum.trackers.within", "3S"),
                Map.entry("probatum.trackers.watch-pause", "0.2S"),
                // Reruns have tests of their own; elsewhere verifications are reviewed without them.
                Map.entry("probatum.reruns.required", "false"),
                // One that is ordered all the same is taken up by nobody: else it is judged minutes later, in another
                // test.
                Map.entry("probatum.reruns.taken-here", "false"),
                Map.entry("probatum.url", "https://probatum.example.org"));
    }

    /** Tests ask the server itself how many statements something cost. */
    private static void countStatements() {
        Database.change("alter system set shared_preload_libraries = 'pg_stat_statements'");
        Database.change("create extension pg_stat_statements");
    }

    @Override
    public void stop() {
        database.close();
        delete(folder);
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
