package org.probatum.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.log.note.Checkpoint;
import org.probatum.log.note.Malformed;
import org.probatum.log.tree.EntryBundle;
import org.probatum.log.tree.Frontier;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.Hashes;
import org.probatum.log.tree.InclusionProof;
import org.probatum.log.tree.RunningRoot;
import org.probatum.log.tree.Tile;
import org.probatum.log.tree.TileHashes;
import org.probatum.log.tree.TilePath;
import org.probatum.log.tree.Tree;
import org.probatum.shared.Json;
import org.probatum.support.Api;
import org.probatum.support.Calls;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Eventually;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** Whatever happens is soon in a signed tree, which anybody can follow and only those who see everything can read. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class LogTest {
    @Inject
    Casting casting;

    @Inject
    LogFiles files;

    @Inject
    AuditLog auditLog;

    private final ReadLog log = new ReadLog();
    private Cast cast;

    @BeforeEach
    void seat() {
        cast = casting.cast();
    }

    @Test
    void takes_in_every_event_of_a_decision_in_its_order() throws Malformed {
        String key = Road.published(cast);

        List<LogFiles.Placed> leaves = sealed(key);

        assertThat(leaves).extracting(leaf -> leaf.content().seq()).isSorted().doesNotHaveDuplicates();
        assertThat(leaves).extracting(leaf -> leaf.content().type()).contains("Filed", "Reviewed", "Published");
        assertThat(leaves).allSatisfy(leaf -> {
            assertThat(leaf.content().decision()).isEqualTo(key);
            assertThat(leaf.content().team()).isEqualTo(cast.team());
            assertThat(leaf.leaf()).isEqualTo(Json.canonical(leaf.leaf()));
        });
        LogFiles.Placed published = leaves.stream()
                .filter(leaf -> leaf.content().type().equals("Published"))
                .findFirst()
                .orElseThrow();
        assertThat(published.content().subject())
                .isEqualTo(Database.value("select digest from record where key = '" + key + "'"));
        Checkpoint checkpoint = log.checkpoint();
        assertThat(new Tree(checkpoint.size(), log)
                        .inclusion(published.index())
                        .check(Leaf.hash(published.leaf()), checkpoint.root())
                        .holds())
                .isTrue();
    }

    @Test
    void gives_out_a_proof_of_any_leaf_in_one_file() throws Malformed {
        for (LogFiles.Placed placed : sealed(Road.at(cast, Gate.OPTIONS))) {
            String proof =
                    RestAssured.get("/log/proof/" + placed.index()).body().asString();

            assertThat(proof).startsWith("c2sp.org/tlog-proof@v1\nindex " + placed.index() + "\n");
            String[] halves = proof.split("\n\n", 2);
            Checkpoint signed = log.opened(halves[1]);
            List<Hash> path = halves[0]
                    .lines()
                    .skip(2)
                    .map(line -> Hash.ofBase64(line).orElseThrow())
                    .toList();
            assertThat(new InclusionProof(placed.index(), signed.size(), path)
                            .check(Leaf.hash(placed.leaf()), signed.root())
                            .holds())
                    .isTrue();
        }
        RestAssured.get("/log/proof/" + Long.MAX_VALUE / 10).then().statusCode(404);
        RestAssured.get("/log/proof/x").then().statusCode(404);
        RestAssured.get("/log/proof/-1").then().statusCode(404);
    }

    /** What is for everybody may be kept by a cache for everybody, and what is not may not. */
    @Test
    void is_kept_by_caches_without_anything_that_is_of_one_reader() throws Malformed {
        sealed(Road.at(cast, Gate.OPTIONS));
        Tile first = Tile.in(log.checkpoint().size(), 0, 0);

        for (String open : List.of("checkpoint", "key", "proof/0", TilePath.of(first))) {
            RestAssured.get("/log/" + open)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", startsWith("public, max-age="))
                    .header("Set-Cookie", nullValue());
        }
        Api.as(cast.auditor())
                .request()
                .accept("*/*")
                .get("/log/" + TilePath.ofEntries(first))
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("private, max-age="));
        RestAssured.get("/sign-in").then().header("Set-Cookie", startsWith("probatum-csrf="));
    }

    @Test
    void is_followed_from_one_checkpoint_to_the_next() throws Malformed {
        sealed(Road.at(cast, Gate.OPTIONS));
        Checkpoint before = log.checkpoint();
        sealed(Road.published(cast));

        Checkpoint after = log.checkpoint();

        assertThat(after.size()).isGreaterThan(before.size());
        assertThat(after.origin()).isEqualTo(log.key().name());
        assertThat(new Tree(after.size(), log)
                        .consistency(before.size())
                        .check(before.root(), after.root())
                        .holds())
                .isTrue();
        assertThat(Frontier.read(after.size(), log).root()).isEqualTo(after.root());
    }

    @Test
    void shows_entries_to_those_who_see_everything_and_hashes_to_all() throws Malformed {
        sealed(Road.at(cast, Gate.OPTIONS));
        Tile first = Tile.in(log.checkpoint().size(), 0, 0);
        String path = "/log/" + TilePath.ofEntries(first);

        byte[] bundle = entries(cast.auditor(), path, 200);

        assertThat(EntryBundle.split(bundle))
                .extracting(entry -> Leaf.hash(new String(entry, StandardCharsets.UTF_8)))
                .isEqualTo(log.read(List.of(first)).get(first).hashes());
        entries(cast.author(), path, 403);
        RestAssured.given().redirects().follow(false).get(path).then().statusCode(401);
        RestAssured.get("/log/tile/0/999").then().statusCode(404);
        RestAssured.get("/log/tile/0/0").then().statusCode(404);
        RestAssured.get("/log/tile/0/000.p/300").then().statusCode(404);
        RestAssured.get("/log/tile/9/000").then().statusCode(404);
    }

    @Test
    void is_audited_while_it_grows() {
        sealed(Road.at(cast, Gate.OPTIONS));

        AtomicBoolean grown = new AtomicBoolean();
        AuditReport report = auditLog.audit(looked -> {
            if (grown.compareAndSet(false, true)) {
                sealed(Road.at(cast, Gate.OPTIONS));
            }
        });

        assertThat(report.findings()).isEmpty();
        assertThat(report.leaves())
                .isEqualTo(report.signed())
                .isLessThan(files.head().orElseThrow().size());
    }

    @Test
    void has_tiles_that_hold_what_the_database_holds() {
        sealed(Road.published(cast));

        assertThat(files.head()).hasValueSatisfying(head -> {
            assertThat(Database.value("select count(*) from log_leaf where index < " + head.size()))
                    .isEqualTo(String.valueOf(head.size()));
            assertThat(Long.parseLong(Database.value("select count(*) from log_tile where level = 0")))
                    .isGreaterThanOrEqualTo(head.size() / Tile.FULL);
        });
        assertThat(Hashes.EMPTY.hex()).startsWith("e3b0c442");
    }

    @Test
    void keeps_of_each_full_tile_the_nodes_half_of_its_height_up() {
        Tile first = new Tile(0, 0, Tile.FULL);
        while (!first.isIn(files.head().orElseThrow().size())) {
            sealed(Road.published(cast));
        }

        TileHashes kept = files.tiles(List.of(first)).get(first);

        assertThat(kept.halfway()).hasSize(16);
        for (int i = 0; i < 16; i++) {
            RunningRoot below = new RunningRoot();
            kept.hashes().subList(16 * i, 16 * i + 16).forEach(below::add);
            assertThat(kept.halfway().get(i)).isEqualTo(below.root());
        }
    }

    private static byte[] entries(Player player, String path, int status) {
        return Calls.request(player)
                .accept("application/octet-stream")
                .get(path)
                .then()
                .statusCode(status)
                .extract()
                .asByteArray();
    }

    /** The leaves of a decision, once all its events are among them. */
    private static List<LogFiles.Placed> sealed(String key) {
        String events = Database.value("select count(*) from decision_event e join decision d on d.id = e.decision_id"
                + " where d.key = '" + key + "'");
        Eventually.holds(() -> assertThat(leaves(key)).hasSize(Integer.parseInt(events)));
        return leaves(key);
    }

    private static List<LogFiles.Placed> leaves(String key) {
        String rows =
                Database.value("select json_agg(json_build_object('index', l.index, 'leaf', l.leaf) order by l.index)"
                        + " from log_leaf l join decision_event e on e.id = l.event_id and l.source = 'decision'"
                        + " join decision d on d.id = e.decision_id where d.key = '" + key + "'");
        return rows.equals("null") ? List.of() : List.of(Json.read(rows, LogFiles.Placed[].class));
    }
}
