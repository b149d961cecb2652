package org.probatum.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL as an operator has one: Debian's, with pg_dump and pg_restore beside it, which the embedded one lacks. Its accounts
 * are those of the README.
 */
public final class PostgresCluster implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String PASSWORD = "a password of this cluster";

    private final Path bin;
    private final Path home;
    private final int port;

    private PostgresCluster(Path bin, Path home, int port) {
        this.bin = bin;
        this.home = home;
        this.port = port;
    }

    /** Whether one is installed here. */
    public static boolean isHere() {
        return newest().isPresent();
    }

    /** Starts an empty one, with a database of this name made as the README says. */
    public static PostgresCluster start(String database) {
        try (ServerSocket free = new ServerSocket(0)) {
            Path home = Files.createTempDirectory("postgres");
            PostgresCluster cluster = new PostgresCluster(newest().orElseThrow(), home, free.getLocalPort());
            Path password = Files.writeString(home.resolve("password"), PASSWORD);
            cluster.run(
                    "initdb",
                    "-D",
                    home + "/data",
                    "-U",
                    "postgres",
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + password,
                    "-E",
                    "UTF8",
                    "--no-sync");
            free.close();
            cluster.run(
                    "pg_ctl",
                    "-D",
                    home + "/data",
                    "-w",
                    "-l",
                    home + "/log",
                    "-o",
                    "-p " + cluster.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''",
                    "start");
            cluster.as(
                    "postgres", "postgres", "create role probatum_owner login createrole password '" + PASSWORD + "'");
            cluster.as("postgres", "postgres", "create role probatum_service nologin");
            cluster.as(
                    "postgres",
                    "postgres",
                    "create role probatum login in role probatum_service password '" + PASSWORD + "'");
            cluster.create(database);
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new database, of the account that owns the tables. */
    public void create(String database) {
        as("postgres", "postgres", "create database " + database + " owner probatum_owner");
    }

    /** What the service is told of one of the databases. */
    public String[] settings(String database, String... more) {
        return Stream.concat(
                        Stream.of(
                                "quarkus.datasource.jdbc.url=" + url(database),
                                "quarkus.datasource.username=probatum",
                                "quarkus.datasource.password=" + PASSWORD,
                                "quarkus.flyway.jdbc-url=" + url(database),
                                "quarkus.flyway.username=probatum_owner",
                                "quarkus.flyway.password=" + PASSWORD),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    public Connection connection(String database, String user) throws SQLException {
        return DriverManager.getConnection(url(database), user, PASSWORD);
    }

    /** Has somebody do something, which has to work. */
    public void as(String user, String database, String sql) {
        try (Connection connection = connection(database, user);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Runs one of PostgreSQL's programs against this cluster as its superuser. */
    public void run(String program, String... words) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to be root; in here it is nobody, as the embedded one is.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "PGHOST", "127.0.0.1", "PGPORT", "" + port, "PGUSER", "postgres", "PGPASSWORD", PASSWORD));
        try {
            // To a file: a server that is started keeps what it was given open.
            Path said = home.resolve("said");
            Process process = builder.redirectOutput(said.toFile()).start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(program + ": " + Files.readString(said));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        run("pg_ctl", "-D", home + "/data", "-w", "-m", "immediate", "stop");
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static Optional<Path> newest() {
        try (Stream<Path> versions = Files.isDirectory(INSTALLED) ? Files.list(INSTALLED) : Stream.empty()) {
            return versions.filter(version -> version.getFileName().toString().matches("[0-9]+"))
                    .filter(version -> Integer.parseInt(version.getFileName().toString()) >= 15)
                    .map(version -> version.resolve("bin"))
                    .filter(bin -> Stream.of("initdb", "pg_ctl", "pg_dump", "pg_restore")
                            .allMatch(program -> Files.isExecutable(bin.resolve(program))))
                    .max(Comparator.comparing(
                            bin -> Integer.valueOf(bin.getParent().getFileName().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
