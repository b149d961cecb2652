package org.probatum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.probatum.boot.EmbeddedDatabase;
import org.probatum.log.note.NoteSigner;

/** A fresh PostgreSQL for the measurement, and what it says about its own work. */
final class Database implements AutoCloseable {
    private static final String COUNTERS = "select xact_commit, tup_inserted, tup_updated, tup_deleted, deadlocks"
            + " from pg_stat_database where datname = 'probatum'";

    /** Work done so far; differences of two of these are a phase's work. */
    record Counters(long commits, long inserted, long updated, long deleted, long deadlocks) {}

    /** Signs the log of whatever is measured. */
    static final NoteSigner LOG_KEY = NoteSigner.generate("bench.example.org/log");

    private final EmbeddedDatabase database;
    private final Path home;

    private Database(EmbeddedDatabase database, Path home) {
        this.database = database;
        this.home = home;
    }

    /** Starts it under an emptied folder. */
    static Database fresh(Path home, boolean countStatements) throws IOException, SQLException {
        if (Files.exists(home)) {
            try (Stream<Path> old = Files.walk(home)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Database database = new Database(EmbeddedDatabase.start(home), home);
        if (!countStatements) {
            return database;
        }
        try (Connection connection = database.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create extension pg_stat_statements");
            statement.execute("alter system set shared_preload_libraries = 'pg_stat_statements'");
        }
        database.close();
        return new Database(EmbeddedDatabase.start(home), home);
    }

    Connection connect(String user) throws SQLException {
        return DriverManager.getConnection(database.url(), user, database.password());
    }

    String url() {
        return database.url();
    }

    String password() {
        return database.password();
    }

    int port() {
        return Integer.parseInt(database.url().replaceAll(".*:(\\d+)/.*", "$1"));
    }

    /** How the service is told about it: migrations as the owner, everything else as the lesser role. */
    Map<String, String> environment() {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("QUARKUS_DATASOURCE_JDBC_URL", url());
        told.put("QUARKUS_DATASOURCE_USERNAME", "probatum");
        told.put("QUARKUS_DATASOURCE_PASSWORD", password());
        told.put("QUARKUS_FLYWAY_JDBC_URL", url());
        told.put("QUARKUS_FLYWAY_USERNAME", "probatum_owner");
        told.put("QUARKUS_FLYWAY_PASSWORD", password());
        told.put("PROBATUM_ADMIN_USERNAME", "admin");
        told.put("PROBATUM_ADMIN_PASSWORD", password());
        told.put("PROBATUM_LOG_KEY", LOG_KEY.privateKey());
        return told;
    }

    Counters counters(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(COUNTERS)) {
            row.next();
            return new Counters(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        }
    }

    static long count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** CPU time of the server and all its processes that live, in milliseconds. */
    long cpuMillis() throws IOException {
        List<String> lines = Files.readAllLines(home.resolve("postgres").resolve("postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.children()))
                .mapToLong(process -> process.info()
                        .totalCpuDuration()
                        .map(java.time.Duration::toMillis)
                        .orElse(0L))
                .sum();
    }

    @Override
    public void close() {
        database.close();
    }
}
