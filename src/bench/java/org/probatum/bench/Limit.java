package org.probatum.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many workflow steps a second the database commits when only the rows remain: two updates and a delete by key and
 * four inserts, one commit. Figures of the service are shares of it, taken in the same run.
 */
final class Limit {
    static final int ROWS = 20_000;
    private static final Pattern TPS = Pattern.compile("(?m)^tps = ([0-9.]+)");
    private static final String DROP =
            "drop table if exists bench_exec, bench_task, bench_job, bench_hist_task, bench_audit";
    private static final String CREATE = """
            create table bench_exec(id bigint primary key, rev int not null, act varchar(64), body varchar(200));
            create table bench_task(id bigint primary key, exec_id bigint not null, name varchar(64),
                assignee varchar(64), due timestamptz);
            create index on bench_task(exec_id); create index on bench_task(assignee, due);
            create table bench_job(id bigint primary key, exec_id bigint not null, due timestamptz, handler varchar(200));
            create index on bench_job(due); create index on bench_job(exec_id);
            create table bench_hist_task(id bigint primary key, exec_id bigint not null, name varchar(64),
                start_ timestamptz, end_ timestamptz);
            create index on bench_hist_task(exec_id); create index on bench_hist_task(end_);
            create table bench_audit(id bigint primary key, exec_id bigint not null, actor varchar(64), at timestamptz,
                body varchar(400));
            create index on bench_audit(exec_id);
            insert into bench_exec select g, 0, 'stage1', repeat('x', 150) from generate_series(1, %d) g;
            """.formatted(ROWS);

    /** The statements of a step; {@code :id} is new, {@code :prev} the client's step before, {@code :eid} any of the rows. */
    static final List<String> STEP = List.of(
            "update bench_exec set rev = rev + 1, act = 'gate' where id = :eid",
            "delete from bench_task where id = :prev",
            "update bench_hist_task set end_ = now() where id = :prev",
            "insert into bench_task values (:id, :eid, 'approve gate', 'reviewer', now() + interval '3 days')",
            "insert into bench_hist_task values (:id, :eid, 'approve gate', now(), null)",
            "insert into bench_job values (:id, :eid, now() + interval '3 days', 'timer-transition')",
            "insert into bench_audit values (:id, :eid, 'reviewer', now(), 'a decision event with a body of about one"
                    + " hundred characters, as an audit row would carry it, in text')");

    private final Database database;
    private final Settings settings;
    private final Optional<Path> pgbench = find();

    Limit(Database database, Settings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** What drives it. */
    String driver() {
        return pgbench.map(path -> "pgbench").orElse("prepared statements over JDBC");
    }

    /** Steps a second with so many clients. */
    double stepsPerSecond(int clients) throws Exception {
        execute(DROP, CREATE, "vacuum analyze bench_exec");
        try {
            return pgbench.isPresent()
                    ? byPgbench(pgbench.get(), clients)
                    : new LimitByJdbc(database, clients).stepsPerSecond(settings.limit());
        } finally {
            execute(DROP);
        }
    }

    private double byPgbench(Path binary, int clients) throws IOException, InterruptedException {
        Path script = settings.data().resolve("step.sql");
        Files.writeString(
                script,
                "\\set n :n + 1\n\\set id 1000000000 * :client_id + :n\n\\set prev :id - 1\n\\set eid random(1, " + ROWS
                        + ")\nbegin;\n" + String.join(";\n", STEP) + ";\ncommit;\n");
        Path out = settings.data().resolve("pgbench.log");
        ProcessBuilder builder = new ProcessBuilder(
                        binary.toString(),
                        "-n",
                        "-M",
                        "prepared",
                        "-D",
                        "n=0",
                        "-f",
                        script.toString(),
                        "-c",
                        "" + clients,
                        "-j",
                        "" + Math.min(clients, 2),
                        "-T",
                        "" + settings.limit(),
                        "-h",
                        "127.0.0.1",
                        "-p",
                        "" + database.port(),
                        "-U",
                        "probatum_owner",
                        "probatum")
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("PGPASSWORD", database.password());
        Process process = builder.start();
        if (!process.waitFor(settings.limit() + 30L, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        Matcher found = TPS.matcher(Files.readString(out));
        if (!found.find()) {
            throw new IllegalStateException("pgbench gave no figure: " + Files.readString(out));
        }
        return Double.parseDouble(found.group(1));
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.connect("probatum_owner");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Optional<Path> find() {
        Stream<Path> onPath = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(Path::of);
        File[] versions = new File("/usr/lib/postgresql").listFiles();
        Stream<Path> installed = versions == null
                ? Stream.empty()
                : Arrays.stream(versions).map(version -> version.toPath().resolve("bin"));
        return Stream.concat(onPath, installed)
                .map(folder -> folder.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
