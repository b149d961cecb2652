package org.probatum.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.people.Password;
import org.probatum.support.PackagedService;

/** The service as it is shipped, on a database that it is given. */
class ProductionStartTest {
    private static final Path DATA = Path.of("target", "production-database");
    private static final String PASSWORD = "a long enough password";

    private EmbeddedDatabase database;

    @BeforeEach
    void start() {
        PackagedServiceTest.delete(DATA);
        database = EmbeddedDatabase.start(DATA);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void wants_a_first_administrator_and_brings_nobody_else() throws SQLException {
        PackagedService nameless = PackagedService.launch(settings());
        assertThat(nameless.exitCode()).isNotZero();
        assertThat(nameless.output())
                .contains("Probatum did not start: Nobody can sign in yet. Name the first administrator:")
                .contains("PROBATUM_ADMIN_USERNAME", "PROBATUM_ADMIN_PASSWORD")
                .doesNotContain("\tat ");

        try (PackagedService service = PackagedService.started(
                        settings("probatum.admin.username=ada", "probatum.admin.password=" + PASSWORD));
                Connection connection = PackagedService.database(DATA)) {
            assertThat(PackagedService.rows(
                            connection,
                            "select (select count(*) from team), (select count(*) from person),"
                                    + " (select count(*) from decision)"))
                    .containsExactly("0 1 0");
            assertThat(service.output())
                    .contains("ada is the first administrator")
                    .doesNotContain("sign in as");
            assertThat(service.signIn("ada", PASSWORD).statusCode()).isEqualTo(200);

            addDemoAccount(connection);
            HttpResponse<String> refused = service.signIn("mira", DemoPeople.PASSWORD);

            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).contains("This is a demo account, and this service is not a demo");
            assertThat(PackagedService.rows(
                            connection, "select p.username from session s join person p" + " on p.id = s.person_id"))
                    .containsExactly("ada");
        }
    }

    private static void addDemoAccount(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into person (id, username, name, email, password_hash, demo) values (-1, 'mira',"
                    + " 'Mira', 'mira@example.org', '"
                    + Password.of(DemoPeople.PASSWORD).hash() + "', true)");
        }
    }

    private String[] settings(String... more) {
        return Stream.concat(
                        Stream.of(
                                "quarkus.datasource.jdbc.url=" + database.url(),
                                "quarkus.datasource.username=probatum",
                                "quarkus.datasource.password=" + database.password(),
                                "quarkus.flyway.jdbc-url=" + database.url(),
                                "quarkus.flyway.username=probatum_owner",
                                "quarkus.flyway.password=" + database.password()),
                        Stream.of(more))
                .toArray(String[]::new);
    }
}
