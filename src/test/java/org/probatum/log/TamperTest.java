package org.probatum.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.support.Api;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Drafts;
import org.probatum.support.Eventually;
import org.probatum.support.Player;
import org.probatum.support.Road;

/** Whatever the database's superuser does to what was logged is found, and said of which leaf. */
@QuarkusTest
@TestProfile(Tampering.class)
class TamperTest {
    private static final List<String> KEPT =
            List.of("decision_event", "log_event", "log_leaf", "log_tile", "log_checkpoint", "log_pending");

    @Inject
    Casting casting;

    @Inject
    AuditLog auditLog;

    @Inject
    Sequencer sequencer;

    @Inject
    LogFiles files;

    private Cast cast;

    /** What somebody does, and what is said of it. */
    record Deed(String name, String sql, long leaf, String words) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeEach
    void keep() {
        cast = casting.cast();
        while (files.head().map(Head::size).orElse(0L) < 300) {
            Road.published(cast);
            Eventually.holds(() -> assertThat(files.waiting()).isZero());
        }
        if (Database.value("select count(*) from log_event").equals("0")) {
            Api.as(cast.author())
                    .request()
                    .body("{\"name\": \"pipeline\", \"scopes\": [\"read\"], \"days\": 30}")
                    .post("/api/v1/tokens")
                    .then()
                    .statusCode(201);
        }
        Eventually.holds(() -> assertThat(files.waiting()).isZero());
        KEPT.forEach(table -> Database.change("drop table if exists kept_" + table + "; create table kept_" + table
                + " as select * from " + table + "; alter table kept_" + table + " drop column if exists halfway"));
    }

    @AfterEach
    void putBack() {
        KEPT.forEach(table ->
                asSuperuser("delete from " + table + "; insert into " + table + " select * from kept_" + table));
        assertThat(audit().findings()).isEmpty();
    }

    static Stream<Deed> deeds() {
        String event = "(select event_id from log_leaf where index = 107)";
        return Stream.of(
                new Deed(
                        "changes what was said",
                        "update decision_event set payload = payload || '{\"reason\": \"otherwise\"}' where id = "
                                + event,
                        107,
                        "its content was changed"),
                new Deed(
                        "changes one letter of a sentence",
                        "update decision_event set summary = overlay(summary placing 'X' from 3) where id = " + event,
                        107,
                        "its content was changed"),
                new Deed(
                        "has somebody else have done it",
                        "update decision_event set actor_id = coalesce(actor_id, 0) + 1 where id = " + event,
                        107,
                        "its actor was changed"),
                new Deed(
                        "has it have happened a second earlier",
                        "update decision_event set at = at - interval '1 second' where id = " + event,
                        107,
                        "its at was changed"),
                new Deed("deletes an event", "delete from decision_event where id = " + event, 107, "was deleted"),
                new Deed(
                        "inserts an event",
                        "insert into decision_event (id, decision_id, seq, at, type, summary, payload)"
                                + " select -1, decision_id, -1, at, type, summary, payload from decision_event where id = "
                                + event,
                        -1,
                        "was never logged"),
                new Deed("deletes a leaf", "delete from log_leaf where index = 107", 107, "Leaf 107 is missing"),
                new Deed(
                        "deletes the last leaf",
                        "delete from log_leaf where index = (select max(index) from log_leaf)",
                        -2,
                        "and those after it are gone"),
                new Deed(
                        "appends a leaf",
                        "insert into log_leaf select max(index) + 1, 'log', -5, min(leaf), (select hash from log_leaf where"
                                + " index = (select min(index) from log_leaf l where l.leaf = (select min(leaf) from log_leaf)))"
                                + " from log_leaf",
                        -3,
                        "never signed"),
                new Deed(
                        "changes a leaf and not its hash",
                        "update log_leaf set leaf = replace(leaf, '\"v\":1', '\"v\":2') where index = 107",
                        107,
                        "does not have the hash"),
                new Deed(
                        "changes a leaf with its hash",
                        "update log_leaf set leaf = replace(leaf, '\"v\":1', '\"v\":2'), hash = sha256('\\x00'::bytea ||"
                                + " convert_to(replace(leaf, '\"v\":1', '\"v\":2'), 'UTF8')) where index = 107",
                        107,
                        "Leaf 107"),
                new Deed(
                        "swaps two leaves",
                        "update log_leaf l set leaf = o.leaf, hash = o.hash, source = 'swap' || o.index, event_id = o.event_id"
                                + " from log_leaf o where (l.index, o.index) in ((107, 109), (109, 107));"
                                + " update log_leaf set source = 'decision' where source like 'swap%'",
                        107,
                        "Leaf 107 is not the one that its tile was made of"),
                new Deed(
                        "changes the root of a tile",
                        "update log_tile set root = sha256('x') where level = 0 and index = 0",
                        0,
                        "The tile over the leaves from 0 to 255 is not theirs"),
                new Deed(
                        "deletes a tile",
                        "delete from log_tile where level = 0 and index = 0",
                        0,
                        "The tile over the leaves from 0 to 15 is gone"),
                new Deed(
                        "replaces the newest checkpoint",
                        "update log_checkpoint set note = replace(note, split_part(note, E'\\n', 3),"
                                + " encode(sha256('x'), 'base64')) where size = (select max(size) from log_checkpoint)",
                        -2,
                        "is not signed by this log"));
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void is_found_with_its_leaf(Deed deed) {
        asSuperuser(deed.sql());

        AuditReport report = audit();

        long leaf = deed.leaf() == -2 ? head() - 1 : deed.leaf() == -3 ? head() : deed.leaf();
        assertThat(report.findings()).anySatisfy(finding -> {
            assertThat(finding.leaf()).isEqualTo(leaf);
            assertThat(finding.words()).contains(deed.words());
        });
    }

    /** Everything that the database has is made to fit: event, leaf, hash, tile and root; only signing it cannot be done. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update log_event set payload = payload || '{\"name\": \"other\"}'",
                "update log_event set actor_id = null",
                "update log_event set team = 'other'",
                "delete from log_event"
            })
    void is_found_in_changes_of_people_and_rules(String deed) {
        String leaf = Database.value("select min(l.index) from log_leaf l join log_event e on e.id = l.event_id and"
                + " l.source = 'log' where e.actor_id is not null");

        asSuperuser(deed + " where id = (select event_id from log_leaf where index = " + leaf + ")");

        assertThat(audit().findings()).extracting(AuditReport.Finding::leaf).contains(Long.parseLong(leaf));
    }

    @Test
    void is_found_within_a_tile() {
        asSuperuser("alter table log_tile alter column halfway drop expression; update log_tile set halfway ="
                + " overlay(halfway placing sha256('x') from 3 * 32 + 1 for 32) where level = 0 and index = 0");
        try {
            assertThat(audit().findings()).singleElement().satisfies(finding -> {
                assertThat(finding.leaf()).isEqualTo(48);
                assertThat(finding.words()).contains("The tile over the leaves from 48 to 63 is not theirs");
            });
        } finally {
            asSuperuser("alter table log_tile drop column halfway, add column halfway bytea generated always as"
                    + " (log_halfway(hashes)) stored");
        }
    }

    @Test
    void is_found_when_leaf_hash_and_tile_are_made_to_fit_and_the_checkpoints_are_gone() {
        asSuperuser("update log_leaf set leaf = replace(leaf, '\"v\":1', '\"v\":2'), hash = sha256('\\x00'::bytea ||"
                + " convert_to(replace(leaf, '\"v\":1', '\"v\":2'), 'UTF8')) where index = 107;"
                + " update log_tile set hashes = overlay(hashes placing (select hash from log_leaf where index = 107) from"
                + " 107 * 32 + 1 for 32) where level = 0 and index = 0;"
                + " delete from log_checkpoint where size < (select max(size) from log_checkpoint)");

        AuditReport report = audit();

        assertThat(report.outside()).isPositive();
        assertThat(report.findings()).anySatisfy(finding -> assertThat(finding.words())
                .contains("are not those of the checkpoint remembered outside the database"));
    }

    @Test
    void is_found_when_the_whole_database_is_put_back_to_an_older_state() {
        asSuperuser(
                "delete from log_leaf where index >= 290; delete from log_checkpoint where size > 290;"
                        + " delete from log_tile where (index + 1) * 256 > 290 and level = 0;"
                        + " delete from decision_event where id not in (select event_id from log_leaf where source = 'decision')");

        AuditReport report = audit();

        assertThat(report.findings())
                .anySatisfy(finding -> assertThat(finding.words()).contains("put back to an older state"));
    }

    @Test
    void is_never_signed_on_top_of() {
        asSuperuser("delete from log_leaf where index = (select max(index) from log_leaf)");
        asSuperuser("insert into log_pending values (-77, 'decision')");

        assertThatThrownBy(sequencer::integrate).isInstanceOf(LogBroken.class).hasMessageContaining("leaves");

        Eventually.holds(() -> page(cast.auditor()).then().body(containsString("The log is not as it was signed")));
    }

    @Test
    void is_told_on_the_page_to_whoever_asks_for_an_audit() {
        asSuperuser("update decision_event set summary = 'nothing happened' where id ="
                + " (select event_id from log_leaf where index = 111)");

        Calls.form(cast.author(), "").post("/log/integrity").then().statusCode(403);
        Calls.form(cast.auditor(), "")
                .redirects()
                .follow(false)
                .post("/log/integrity")
                .then()
                .statusCode(303);

        Eventually.holds(() -> page(cast.auditor())
                .then()
                .body(containsString("not what was signed"))
                .body(containsString("Leaf 111 stands for event")));
        page(cast.author()).then().statusCode(200).body(not(containsString("The newest leaves")));
    }

    @Test
    void goes_unnoticed_by_nobody_though_the_service_works_on() {
        asSuperuser("delete from log_leaf where index = (select max(index) from log_leaf)");

        String key = Api.as(cast.author()).filed(Drafts.start(cast));

        assertThat(Api.as(cast.author()).stage(key)).isEqualTo("SCOPING");
        assertThat(files.waiting()).isPositive();
    }

    private AuditReport audit() {
        return auditLog.audit(looked -> {});
    }

    private long head() {
        return files.head().orElseThrow().size();
    }

    private static io.restassured.response.Response page(Player player) {
        return Calls.request(player).accept("text/html").get("/log/integrity");
    }

    /** Past every trigger. */
    private static void asSuperuser(String sql) {
        Database.change("set session_replication_role = replica; " + sql);
    }
}
