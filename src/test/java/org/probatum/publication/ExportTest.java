package org.probatum.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probatum.decision.Gate;
import org.probatum.log.Head;
import org.probatum.log.LogFiles;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.NoteKey;
import org.probatum.log.tree.Tile;
import org.probatum.log.tree.TilePath;
import org.probatum.publication.bundle.Line;
import org.probatum.publication.export.Archive;
import org.probatum.publication.export.ExportCheck;
import org.probatum.shared.Digest;
import org.probatum.shared.Json;
import org.probatum.support.Api;
import org.probatum.support.Cast;
import org.probatum.support.Casting;
import org.probatum.support.Database;
import org.probatum.support.Eventually;
import org.probatum.support.Player;
import org.probatum.support.Road;
import org.probatum.support.TestDatabase;

/** What auditors take away is the whole log, proves itself without us, and shows what the database's superuser did to it. */
@QuarkusTest
@TestProfile(ExportTest.Alone.class)
class ExportTest {
    /** A database of its own: what other tests did past the service would be found here. */
    public static final class Alone implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(TestDatabase.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    @Inject
    Casting casting;

    @Inject
    LogFiles files;

    @Inject
    Exports exports;

    private Cast cast;

    @BeforeEach
    void fill() {
        cast = casting.cast();
        while (size() < 300) {
            Road.published(cast);
            settle();
        }
    }

    @Test
    void proves_everything_that_is_in_the_log_with_nothing_but_the_key() throws Malformed {
        String key = Road.published(cast);
        String open = Road.inReview(cast, Gate.OPTIONS);
        settle();

        byte[] export = export(cast.auditor());

        List<Line> lines = check(export, null);
        assertThat(lines).allMatch(Line::holds);
        Archive archive = Archive.of(export);
        byte[] record = archive.files.get("records/" + key + ".json");
        assertThat(Digest.of(record)).isEqualTo(Database.value("select digest from record where key = '" + key + "'"));
        assertThat(text(record))
                .isEqualTo(Json.canonical(Api.as(cast.author())
                        .get("/api/v1/decisions/" + key + "/record")
                        .asString()));
        assertThat(archive.files).doesNotContainKey("records/" + open + ".json");
        assertThat(lines).anySatisfy(line -> assertThat(line.because())
                .startsWith("of " + Database.value("select count(*) from decision") + " decisions"));
    }

    @Test
    void has_the_files_as_they_are_served() {
        Archive archive = Archive.of(export(cast.auditor()));
        Tile first = new Tile(0, 0, Tile.FULL);

        assertThat(archive.files.get(TilePath.of(first))).isEqualTo(served(TilePath.of(first)));
        assertThat(archive.files.get(TilePath.ofEntries(first))).isEqualTo(served(TilePath.ofEntries(first)));
        assertThat(text(archive.files.get("log.vkey")))
                .isEqualTo(RestAssured.get("/log/key").asString());
        archive.files.keySet().stream()
                .filter(name -> name.startsWith("tile/"))
                .forEach(name -> assertThat(archive.files.get(name)).as(name).isEqualTo(served(name)));
    }

    @Test
    void is_of_one_moment_however_the_log_grows_meanwhile() throws Exception {
        Head head = exports.head();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch grown = new CountDownLatch(1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OutputStream slow = new OutputStream() {
            @Override
            public void write(int one) {
                out.write(one);
            }

            @Override
            public void write(byte[] some, int from, int length) throws IOException {
                begun.countDown();
                try {
                    grown.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                out.write(some, from, length);
            }
        };
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            try {
                exports.write(head, slow);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        begun.await();
        String later = Road.published(cast);
        settle();
        grown.countDown();
        writing.join();

        assertThat(size()).isGreaterThan(head.size());
        assertThat(check(out.toByteArray(), null)).allMatch(Line::holds);
        assertThat(Archive.of(out.toByteArray()).files).doesNotContainKey("records/" + later + ".json");
        assertThat(check(export(cast.auditor()), head.note())).allMatch(Line::holds);
        assertThat(check(out.toByteArray(), files.head().orElseThrow().note()))
                .anySatisfy(line -> assertThat(line.because()).contains("it is later"));
    }

    @Test
    void shows_what_was_done_to_the_database() throws Malformed {
        String record = Database.value("select document from record order by decision_id limit 1");
        String key = Database.value("select key from record order by decision_id limit 1");
        String event = "(select event_id from log_leaf where index = 107)";
        String summary = Database.value("select summary from decision_event where id = " + event);
        asSuperuser("update decision_event set summary = 'nothing happened' where id = " + event);
        asSuperuser("update record set document = jsonb_set(document, '{profile,title}', '\"Another\"') where key = '"
                + key + "'");
        asSuperuser("update log_leaf set leaf = replace(leaf, '\"v\":1', '\"v\":2') where index = 9");

        List<Line> lines = check(export(cast.auditor()), null);

        asSuperuser("update log_leaf set leaf = replace(leaf, '\"v\":2', '\"v\":1') where index = 9");
        asSuperuser("update record set document = '" + record.replace("'", "''") + "' where key = '" + key + "'");
        asSuperuser("update decision_event set summary = '" + summary.replace("'", "''") + "' where id = " + event);
        assertThat(lines)
                .filteredOn(line -> !line.holds())
                .extracting(Line::what)
                .containsExactlyInAnyOrder(
                        "payloads/000.jsonl", "tile/0/000", "tile/1/000.p/1", "leaves", "records/" + key + ".json");
        assertThat(lines).anySatisfy(line -> assertThat(line.because()).contains("what was said in leaf 107"));
        assertThat(lines).anySatisfy(line -> assertThat(line.because()).contains("hash 10 is not that of leaf 9"));
        assertThat(check(export(cast.auditor()), null)).allMatch(Line::holds);
    }

    @Test
    void is_taken_by_those_who_see_everything_and_by_two_of_them_at_once() throws Exception {
        for (Player player : List.of(cast.author(), cast.owner(), cast.stranger())) {
            asked(player).then().statusCode(403).body("type", equalTo("/problems/entries-of-the-log"));
        }
        RestAssured.get("/api/v1/export").then().statusCode(401);
        export(cast.administrator());
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(2);
        OutputStream stuck = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                begun.countDown();
                try {
                    over.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                throw new IOException("the reader left");
            }
        };
        Head head = exports.head();
        List<CompletableFuture<Void>> readers = java.util.stream.Stream.of(1, 2)
                .map(reader -> CompletableFuture.runAsync(() -> {
                    try {
                        exports.write(head, stuck);
                    } catch (IOException e) {
                        // As it has to be.
                    }
                }))
                .toList();
        begun.await();

        asked(cast.auditor()).then().statusCode(503).body("detail", containsString("ask again"));
        over.countDown();
        readers.forEach(CompletableFuture::join);
        export(cast.auditor());
    }

    private static byte[] export(Player player) {
        return asked(player)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(".tar.gz"))
                .extract()
                .asByteArray();
    }

    private static Response asked(Player player) {
        return Api.as(player)
                .request()
                .accept("application/gzip, application/problem+json")
                .get("/api/v1/export");
    }

    private byte[] served(String path) {
        return Api.as(cast.auditor())
                .request()
                .accept("*/*")
                .get("/log/" + path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static List<Line> check(byte[] export, @Nullable String kept) throws Malformed {
        NoteKey key = NoteKey.parse(RestAssured.get("/log/key").asString().strip());
        return new ExportCheck(List.of(key), kept, List.of()).lines(new ByteArrayInputStream(export));
    }

    private void settle() {
        Eventually.holds(() -> assertThat(files.waiting()).isZero());
    }

    private long size() {
        return files.head().map(Head::size).orElse(0L);
    }

    private static void asSuperuser(String sql) {
        Database.change("set session_replication_role = replica; " + sql);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }
}
