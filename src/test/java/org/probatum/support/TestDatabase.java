package org.probatum.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.probatum.boot.EmbeddedDatabase;

/** A PostgreSQL of the tests' own, new for each run, started the way the service starts its own. */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {
    private EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        Path folder = Path.of("target", "test-data-" + ProcessHandle.current().pid());
        delete(folder);
        database = EmbeddedDatabase.start(folder);
        Database.is(database.url(), database.password());
        countStatements();
        database.close();
        database = EmbeddedDatabase.start(folder);
        Database.is(database.url(), database.password());
        return Map.of(
                "quarkus.datasource.jdbc.url",
                database.url(),
                "quarkus.datasource.username",
                "probatum",
                "quarkus.datasource.password",
                database.password(),
                "quarkus.flyway.jdbc-url",
                database.url(),
                "quarkus.flyway.username",
                "probatum_owner",
                "quarkus.flyway.password",
                database.password(),
                "probatum.demo",
                "false",
                "probatum.admin.username",
                "first-administrator",
                "probatum.admin.password",
                Casting.PASSWORD);
    }

    /** Tests ask the server itself how many statements something cost. */
    private static void countStatements() {
        Database.change("alter system set shared_preload_libraries = 'pg_stat_statements'");
        Database.change("create extension pg_stat_statements");
    }

    @Override
    public void stop() {
        database.close();
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
