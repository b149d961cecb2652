package org.probatum.boot;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.probatum.log.note.NoteSigner;
import org.probatum.people.Secret;

/**
 * A PostgreSQL of the service's own, under a folder that survives restarts. It listens on the loopback address only, asks
 * for a password that only the folder's owner can read, and is as durable as PostgreSQL is by default: the library would
 * turn that off.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration START_WITHIN = Duration.ofSeconds(30);

    /** It cannot be started; the message says why and what to do. */
    public static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private final EmbeddedPostgres postgres;
    private final Path data;
    private final FileLock lock;
    private final String password;
    private final String webhookKey;
    private final String logKey;

    private EmbeddedDatabase(
            EmbeddedPostgres postgres, Path data, FileLock lock, String password, String webhookKey, String logKey) {
        this.postgres = postgres;
        this.data = data;
        this.lock = lock;
        this.password = password;
        this.webhookKey = webhookKey;
        this.logKey = logKey;
    }

    /** Starts the database under a folder, creating both when they are not there. */
    public static EmbeddedDatabase start(Path folder) {
        try {
            Path home = Files.createDirectories(folder).toRealPath();
            FileLock lock = lock(home);
            Path data = home.resolve("postgres");
            stopLeftRunning(data);
            boolean isNew = !Files.exists(data.resolve("PG_VERSION"));
            String password = password(home);
            EmbeddedPostgres postgres = launch(home, data, password);
            if (isNew) {
                prepare(postgres, data, password);
            }
            return new EmbeddedDatabase(
                    postgres, data, lock, password, OwnersFile.key(home.resolve("webhook-key")), logKey(home));
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new Unavailable("The database under " + folder + " did not start: " + e.getMessage(), e);
        }
    }

    /** Tells the service where its database is; migrations run as the tables' owner, everything else as a lesser role. */
    public void configure() {
        String url = url();
        System.setProperty("quarkus.datasource.jdbc.url", url);
        System.setProperty("quarkus.datasource.username", "probatum");
        System.setProperty("quarkus.datasource.password", password);
        System.setProperty("quarkus.flyway.jdbc-url", url);
        System.setProperty("quarkus.flyway.username", "probatum_owner");
        System.setProperty("quarkus.flyway.password", password);
        setUnlessSet("probatum.webhooks.key", webhookKey);
        setUnlessSet("probatum.log.key", logKey);
        setUnlessSet(
                "probatum.log.memory", data.resolveSibling("log-checkpoints").toString());
        if (System.getProperty("probatum.demo") == null && System.getenv("PROBATUM_DEMO") == null) {
            System.setProperty("probatum.demo", "true");
            setUnlessSet("probatum.reruns.files", data.resolveSibling("demo").toString());
        }
    }

    private static void setUnlessSet(String name, String value) {
        String variable = name.replace('.', '_').toUpperCase(Locale.ROOT);
        if (System.getProperty(name) == null && System.getenv(variable) == null) {
            System.setProperty(name, value);
        }
    }

    /** Drawn once, like the password; the log is named for the machine it lives on. */
    private static String logKey(Path home) throws IOException {
        return OwnersFile.of(home.resolve("log-key"), () -> NoteSigner.generate("probatum.localhost/log")
                .privateKey());
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/probatum";
    }

    public String password() {
        return password;
    }

    /** The library waits five seconds for the last checkpoint; a slow disk needs longer, and the folder is not free before. */
    @Override
    public void close() {
        try {
            postgres.close();
            stopLeftRunning(data);
            lock.release();
        } catch (IOException e) {
            throw new Unavailable("The database did not stop cleanly: " + e.getMessage(), e);
        }
    }

    private static FileLock lock(Path home) throws IOException {
        @SuppressWarnings("resource") // held, with its lock, as long as the process lives
        RandomAccessFile file = new RandomAccessFile(home.resolve("in-use").toFile(), "rw");
        FileLock lock = file.getChannel().tryLock();
        if (lock == null) {
            file.close();
            throw new Unavailable(
                    "Another Probatum is using " + home + ". Stop it first, or give this one a folder of its own with"
                            + " -Dprobatum.data=<folder>.",
                    null);
        }
        return lock;
    }

    /** A database that outlived a killed service still holds the folder; nobody uses it, since the lock is ours. */
    private static void stopLeftRunning(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        long pid = lines.isEmpty() ? -1 : Long.parseLong(lines.get(0).strip());
        ProcessHandle orphan = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .orElse(null);
        if (orphan == null) {
            return;
        }
        orphan.destroy();
        try {
            orphan.onExit().get(START_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new Unavailable(
                    "A database left running (process " + pid + ") holds " + data + " and does not stop.", e);
        }
    }

    private static EmbeddedPostgres launch(Path home, Path data, String password) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_WITHIN)
                .setConnectConfig("password", password)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "''")
                .setServerConfig("max_connections", "60")
                .start();
    }

    /** The password is drawn once and readable by the folder's owner alone. */
    private static String password(Path home) throws IOException {
        return OwnersFile.of(
                home.resolve("database-password"), () -> Secret.fresh("pg_").words());
    }

    private static void prepare(EmbeddedPostgres postgres, Path data, String password)
            throws SQLException, IOException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password + "'");
            statement.execute("create role probatum_owner login createrole password '" + password + "'");
            statement.execute("create role probatum_service nologin");
            statement.execute("create role probatum login in role probatum_service password '" + password + "'");
            statement.execute("create database probatum owner probatum_owner encoding 'UTF8'");
            Files.writeString(
                    data.resolve("pg_hba.conf"),
                    "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        }
    }
}
