package org.probatum.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probatum.cli.Program;
import org.probatum.log.note.NoteSigner;
import org.probatum.support.PackagedService;
import org.probatum.support.PostgresCluster;

/** What docs/backup-and-restore.md says, done: pg_dump, pg_restore into a new database, and the service as shipped on top. */
class RestoreTest {
    private static final Path DATA = Path.of("target", "restore");
    private static final String STATE = "select (select max(size) from log_checkpoint),"
            + " (select md5(string_agg(l::text, '' order by index)) from log_leaf l),"
            + " (select md5(string_agg(e::text, '' order by id)) from decision_event e),"
            + " (select md5(string_agg(r::text, '' order by key)) from record r)";

    @TempDir
    private static Path folder;

    private static PostgresCluster cluster;
    private static NoteSigner signer;
    private static String token;
    private static String published;
    private static String before;
    private static String checkpoint;

    /** A demo that is told, dumped, and goes on for an event. */
    @BeforeAll
    static void backUp() throws Exception {
        assumeTrue(PostgresCluster.isHere(), "no PostgreSQL of 15 or newer is installed (Debian: postgresql)");
        PackagedServiceTest.delete(DATA);
        cluster = PostgresCluster.start("probatum");
        signer = NoteSigner.generate("probatum.example.org/log");
        try (PackagedService service = started("probatum");
                Connection database = cluster.connection("probatum", "postgres")) {
            until(database, "select count(*) = 0 from log_pending");
            token = PackagedService.token(database, "audra");
            published = PackagedService.rows(
                            database,
                            "select r.key from record r join decision d on d.id = r.decision_id"
                                    + " where d.validity = 'HOLDS' order by r.key limit 1")
                    .get(0);
            checkpoint = get(service, "/log/checkpoint");
            Files.copy(folder.resolve("memory"), folder.resolve("memory-then"));
            before = state("probatum");

            cluster.run("pg_dump", "-Fc", "-d", "probatum", "-f", folder + "/probatum.dump");

            file(service, PackagedService.token(database, "mira"));
            until(
                    database,
                    "select count(*) = 0 and (select max(size) from log_checkpoint) > "
                            + checkpoint.split("\n")[1] + " from log_pending");
        }
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void everything_that_was_dumped_is_there_again_and_proves_itself() throws Exception {
        restored("whole");
        assertThat(state("whole")).isEqualTo(before);

        try (PackagedService service = started("whole", "probatum.log.memory=" + folder.resolve("memory-then"));
                Connection database = cluster.connection("whole", "postgres")) {
            assertThat(get(service, "/log/checkpoint")).isEqualTo(checkpoint);
            assertThat(audited(service, database)).contains("\"findings\": []").doesNotContain("\"outside\": 0");
            Path key =
                    Files.writeString(folder.resolve("log.vkey"), signer.key().text());
            Path kept = Files.writeString(folder.resolve("kept"), checkpoint);
            for (String what : List.of("export", "bundle " + published)) {
                String file = folder.resolve(what.substring(0, 6) + ".out").toString();
                List<String> fetch = new java.util.ArrayList<>(List.of(what.split(" ")));
                fetch.addAll(List.of("-o", file));
                told(service, 0, fetch.toArray(String[]::new));
                assertThat(told(service, 0, "verify", file, "--key", key.toString(), "--checkpoint", kept.toString()))
                        .startsWith("It holds");
            }

            file(service, PackagedService.token(database, "mira"));
            until(
                    database,
                    "select count(*) = 0 and (select max(size) from log_checkpoint) > "
                            + checkpoint.split("\n")[1] + " from log_pending");
            assertThat(audited(service, database)).contains("\"findings\": []");
        }
    }

    @Test
    void what_is_on_record_is_guarded_in_the_restored_database_as_before() throws SQLException {
        restored("guarded");

        for (String table : List.of("decision_event", "log_leaf", "log_tile", "log_checkpoint", "record", "review")) {
            for (String deed : List.of("delete from " + table, "truncate " + table + " cascade")) {
                assertThatThrownBy(() -> cluster.as("probatum_owner", "guarded", deed))
                        .as("%s by the owner", deed)
                        .hasRootCauseInstanceOf(SQLException.class)
                        .rootCause()
                        .hasMessageContaining("rows are never changed");
                assertThatThrownBy(() -> cluster.as("probatum", "guarded", deed))
                        .as("%s by the service", deed)
                        .rootCause()
                        .hasMessageContaining("permission denied");
            }
        }
        String guards = "select count(*), (select count(*) from pg_trigger where not tgisinternal), md5(string_agg("
                + "grantee || table_name || privilege_type, ',' order by grantee, table_name, privilege_type))"
                + " from information_schema.role_table_grants where grantee like 'probatum%'";
        try (Connection old = cluster.connection("probatum", "postgres");
                Connection now = cluster.connection("guarded", "postgres")) {
            assertThat(PackagedService.rows(now, guards)).isEqualTo(PackagedService.rows(old, guards));
        }
    }

    /** The dump is an event older than what was signed: nothing is signed on top, until the log goes on under another name. */
    @Test
    void an_older_state_is_noticed_and_the_log_goes_on_under_another_name() throws Exception {
        restored("older");
        String author;

        try (PackagedService service = started("older");
                Connection database = cluster.connection("older", "postgres")) {
            author = PackagedService.token(database, "mira");
            file(service, author);
            until(database, "select count(*) > 0 from log_pending");
            for (int i = 0; i < 100 && !service.output().contains("nothing more is"); i++) {
                Thread.sleep(100);
            }
            assertThat(service.output()).contains("the database is older than that, or leaves were removed");
            assertThat(get(service, "/log/integrity")).contains("The log is not as it was signed");
            assertThat(get(service, "/log/checkpoint")).isEqualTo(checkpoint);
            assertThat(audited(service, database)).contains("put back to an older state");
        }

        NoteSigner next = NoteSigner.generate("probatum.example.org/log-2");
        try (PackagedService service = started(
                        "older",
                        "probatum.log.key=" + next.privateKey(),
                        "probatum.log.retiring-key=" + signer.privateKey(),
                        "probatum.log.memory=" + folder.resolve("memory-2"));
                Connection database = cluster.connection("older", "postgres")) {
            file(service, author);
            until(database, "select count(*) = 0 from log_pending");
            assertThat(get(service, "/log/checkpoint")).startsWith("probatum.example.org/log-2\n");
            assertThat(audited(service, database)).contains("\"findings\": []");
            String file = folder.resolve("second.tar.gz").toString();
            told(service, 0, "export", "-o", file);
            assertThat(told(service, 0, "verify", file, "--key", next.key().text()))
                    .startsWith("It holds");
            Path kept = Files.writeString(folder.resolve("first"), checkpoint);
            assertThat(told(
                            service,
                            1,
                            "verify",
                            file,
                            "--key",
                            next.key().text(),
                            "--key",
                            signer.key().text(),
                            "--checkpoint",
                            kept.toString()))
                    .contains("it is of another log, probatum.example.org/log");
        }
    }

    private static void restored(String database) {
        cluster.create(database);
        cluster.run("pg_restore", "--exit-on-error", "-d", database, folder + "/probatum.dump");
    }

    /** Later settings win over these. */
    private static PackagedService started(String database, String... more) {
        List<String> settings = new java.util.ArrayList<>(List.of(cluster.settings(
                database,
                "probatum.data=" + DATA,
                "probatum.demo=true",
                "probatum.reruns.taken-here=false",
                "probatum.webhooks.key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "probatum.log.key=" + signer.privateKey(),
                "probatum.log.memory=" + folder.resolve("memory"))));
        settings.addAll(List.of(more));
        return PackagedService.started(settings.toArray(String[]::new));
    }

    private static void file(PackagedService service, String author) {
        String decision = "{\"apiVersion\": \"probatum/v1\", \"kind\": \"Decision\", \"team\": \"credit-risk\","
                + " \"category\": \"MODEL\", \"title\": \"Filed after the backup\"}";
        assertThat(service.call("POST", "/api/v1/decisions", author, decision).statusCode())
                .isEqualTo(201);
    }

    /** What an audit of the whole log says, asked for as an auditor's page does. */
    private static String audited(PackagedService service, Connection database) throws Exception {
        String csrf = "AAAAAAAAAAAAAAAAAAAAAA";
        assertThat(service.call(
                                "POST",
                                "/log/integrity",
                                token,
                                "csrf-token=" + csrf,
                                "Accept",
                                "text/html",
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "Cookie",
                                "probatum-csrf=" + csrf)
                        .statusCode())
                .isEqualTo(303);
        until(database, "select count(*) > 0 and bool_and(report is not null) from log_audit");
        return PackagedService.rows(database, "select report from log_audit order by id desc limit 1")
                .get(0);
    }

    private static String told(PackagedService service, int exit, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, String> environment = Map.of("PROBATUM_URL", service.address(), "PROBATUM_TOKEN", token);
        assertThat(Program.run(words, environment, out, OutputStream.nullOutputStream()))
                .as(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(exit);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String get(PackagedService service, String path) {
        return service.call("GET", path, token, "", "Accept", "text/html, text/plain")
                .body();
    }

    private static String state(String database) throws SQLException {
        try (Connection connection = cluster.connection(database, "postgres")) {
            return PackagedService.rows(connection, STATE).get(0);
        }
    }

    private static void until(Connection database, String holds) throws SQLException, InterruptedException {
        for (int i = 0; i < 300; i++) {
            if (PackagedService.rows(database, holds).equals(List.of("t"))) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not within half a minute: " + holds);
    }
}
