package org.probatum.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.support.Api;
import org.probatum.support.Away;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** What happened cannot be rewritten: not by the service, and not by the owner of the tables. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class AppendOnlyTest {
    private static final String NOT_ALLOWED = "42501";
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("decision_event", "summary"),
            Map.entry("run", "digest"),
            Map.entry("comparison", "digest"),
            Map.entry("acceptance", "reason"),
            Map.entry("acceptance_end", "cause"),
            Map.entry("appetite_change", "reason"),
            Map.entry("review", "comment"),
            Map.entry("delegation", "reason"),
            Map.entry("record", "title"),
            Map.entry("policy_version", "why"),
            Map.entry("policy_in_force", "why"));

    @Inject
    Casting casting;

    private static boolean filed;

    @BeforeEach
    void fileSomethingOfEverything() {
        if (filed) {
            return;
        }
        filed = true;
        Cast cast = casting.cast();
        String key = Road.at(cast, Gate.PUBLICATION);
        Api.as(cast.owner())
                .post(
                        key,
                        "/risks/drift/acceptances",
                        Map.of("expires", LocalDate.now().plusDays(60).toString(), "reason", "Small enough"))
                .then()
                .statusCode(201);
        Api.as(cast.owner())
                .post(key, "/risks/drift/revocations", Map.of("reason", "Not so small"))
                .then()
                .statusCode(201);
        Api.as(cast.administrator())
                .request()
                .header("If-Match", "\"0\"")
                .body(Map.of("tolerance", "LOW", "appetite", 50, "reason", "A quieter year"))
                .put("/api/v1/teams/" + cast.team() + "/appetite")
                .then()
                .statusCode(200);
        Away.delegated(cast.owner(), cast.second());
        Road.pass(cast, key, Gate.PUBLICATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decision_event",
                "run",
                "comparison",
                "acceptance",
                "acceptance_end",
                "appetite_change",
                "review",
                "record",
                "delegation",
                "policy_version",
                "policy_in_force"
            })
    void refuses_the_service_every_change(String table) {
        String before = rows(table);

        for (String change : changes(table)) {
            SQLException refused = refused("probatum", change);

            assertThat(refused.getSQLState()).as(change).isEqualTo(NOT_ALLOWED);
            assertThat(refused.getMessage()).as(change).contains("permission denied");
        }

        assertThat(rows(table)).isEqualTo(before).isNotEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "decision_event",
                "run",
                "comparison",
                "acceptance",
                "acceptance_end",
                "appetite_change",
                "review",
                "record",
                "delegation",
                "policy_version",
                "policy_in_force"
            })
    void refuses_the_owner_every_change(String table) {
        String before = rows(table);

        for (String change : changes(table)) {
            SQLException refused = refused("probatum_owner", change);

            assertThat(refused.getSQLState()).as(change).isEqualTo(NOT_ALLOWED);
            assertThat(refused.getMessage()).as(change).contains("its rows are never changed");
        }

        assertThat(rows(table)).isEqualTo(before).isNotEqualTo("null");
    }

    @Test
    void refuses_to_empty_them_with_what_they_hang_on() {
        String before = rows("decision_event");

        for (String table : List.of("decision", "person", "team")) {
            refused("probatum_owner", "truncate " + table + " cascade");
            refused("probatum_owner", "delete from " + table);
        }

        assertThat(rows("decision_event")).isEqualTo(before);
    }

    @Test
    void refuses_the_service_to_take_the_guards_away() {
        for (String change : List.of(
                "alter table run disable trigger all",
                "drop trigger run_append_only on run",
                "drop table run",
                "create or replace function refuse_change() returns trigger language plpgsql as 'begin return old; end'",
                "set session_replication_role = replica",
                "create table of_my_own (id int)",
                "update flyway_schema_history set success = false",
                "set role probatum_owner")) {
            assertThat(refused("probatum", change).getSQLState()).as(change).isEqualTo(NOT_ALLOWED);
        }
    }

    @Test
    void guards_every_table_of_what_happened_alike() throws IOException {
        List<String> tables = Pattern.compile("revoke update, delete, truncate on (\\w+) from")
                .matcher(Files.readString(Path.of("db/migration/afterMigrate.sql")))
                .results()
                .map(table -> table.group(1))
                .toList();

        assertThat(tables).contains("policy_proposal", "escalation_answer", "metric_history");
        assertThat(tables).allSatisfy(table -> {
            assertThat(Database.value(
                            "select string_agg(distinct case when t.tgtype & 1 = 1 then 'row ' || (t.tgtype & 16 > 0)"
                                    + " || ' ' || (t.tgtype & 8 > 0) else 'all ' || (t.tgtype & 32 > 0) end, ', ') from pg_trigger t"
                                    + " where t.tgfoid = 'refuse_change'::regproc and t.tgenabled = 'O' and t.tgrelid = '"
                                    + table
                                    + "'::regclass"))
                    .as("the triggers of " + table)
                    .isEqualTo("all true, row true true");
            assertThat(Database.value(
                            "select string_agg(held, ', ') from unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) held"
                                    + " where has_table_privilege('probatum', '" + table + "', held)"))
                    .as("what the service may do to " + table)
                    .isEqualTo("null");
        });
    }

    private static List<String> changes(String table) {
        String column = COLUMNS.get(table);
        return List.of(
                "update " + table + " set " + column + " = 'rewritten'",
                "update " + table + " set " + column + " = " + column + " where " + column + " is not null",
                "delete from " + table,
                "truncate " + table + " cascade");
    }

    private static SQLException refused(String user, String change) {
        return Objects.requireNonNull(
                catchThrowableOfType(SQLException.class, () -> {
                    try (Connection connection = Database.as(user)) {
                        connection.setAutoCommit(false);
                        try (Statement statement = connection.createStatement()) {
                            statement.execute(change);
                        } finally {
                            connection.rollback();
                        }
                    }
                }),
                () -> user + " was let to " + change);
    }

    private static String rows(String table) {
        return Database.value("select md5(string_agg(t::text, ',' order by t::text)) from " + table + " t");
    }
}
