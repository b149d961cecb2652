package org.probatum.rerun.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.rerun.workspace.Reason.Kind;
import org.probatum.shared.Digest;
import org.probatum.support.Receiver;

class FetchDataTest {
    private static final String CONTENT = "a,b\n1,2\n";
    private static final String DIGEST = Digest.of(CONTENT);

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Desk desk;
    private Repo repo;
    private String commit;
    private HttpServer web;
    private volatile String served = CONTENT;
    private volatile String tag;

    @BeforeEach
    void open() throws IOException {
        desk = new Desk(folder);
        repo = new Repo(desk.files.resolve("model.git"));
        commit = repo.with("train.sh", "true").commit("Train");
        web = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 20);
        web.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod());
            byte[] body = served.getBytes(StandardCharsets.UTF_8);
            if (tag != null) {
                exchange.getResponseHeaders().add("ETag", tag);
            }
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        web.start();
    }

    @AfterEach
    void close() throws IOException {
        web.stop(0);
        desk.close();
        repo.close();
    }

    @Test
    void fetches_over_http_and_hands_out_what_was_verified_not_to_be_written() throws IOException {
        desk.ready(recorded(url()));

        Path file = desk.home.resolve("data/data.csv");
        assertThat(file).hasContent(CONTENT);
        assertThat(Files.getPosixFilePermissions(file))
                .noneMatch(permission -> permission.name().endsWith("WRITE"));
        assertThat(desk.reruns.resolve("cache")).isEmptyDirectory();
    }

    @Test
    void asks_again_whether_it_is_unchanged_and_does_not_fetch_again() {
        tag = "\"v1\"";
        desk.ready(recorded(url()));
        desk.ready(recorded(url()));

        assertThat(asked).containsExactly("HEAD", "GET", "HEAD");
        assertThat(desk.home.resolve("data/data.csv")).hasContent(CONTENT);
    }

    @Test
    void does_not_stand_in_for_what_changed_or_vanished_at_its_source() {
        tag = "\"v1\"";
        desk.ready(recorded(url()));
        served = "a,b\n1,3\n";
        tag = "\"v2\"";

        Reason reason = desk.refused(recorded(url()));

        assertThat(reason.kind()).isEqualTo(Kind.CHANGED);
        assertThat(reason.pointer()).isEqualTo("/data/0/sha256");
        assertThat(reason.wrong()).contains(DIGEST + " is recorded").contains(Digest.of("a,b\n1,3\n") + " was found");
        try (Receiver gone = Receiver.answering(404)) {
            assertThat(desk.refused(recorded(gone.url())).kind()).isEqualTo(Kind.GONE);
        }
    }

    @Test
    void verifies_a_kept_copy_again_and_fetches_anew_when_somebody_wrote_to_it() throws IOException {
        tag = "\"v1\"";
        desk.ready(recorded(url()));
        Path data = desk.home.resolve("data/data.csv");
        Repo.swap(data, "tampered".getBytes(StandardCharsets.UTF_8));

        desk.ready(recorded(url()));

        assertThat(data).hasContent(CONTENT);
        assertThat(asked).containsExactly("HEAD", "GET", "HEAD", "GET");
    }

    @Test
    void gives_nothing_for_a_digest_alone() throws IOException {
        tag = "\"v1\"";
        desk.ready(recorded(url()));
        Files.writeString(desk.files.resolve("other.csv"), "mine");

        Reason reason = desk.refused(recorded(desk.files.resolve("other.csv").toString()));

        assertThat(reason.kind()).isEqualTo(Kind.CHANGED);
    }

    @Test
    void drops_what_was_unused_longest_when_there_is_no_room() throws IOException {
        desk.cacheBytes = 150;
        for (String name : List.of("one", "two", "three")) {
            served = name.repeat(20);
            tag = "\"" + name + "\"";
            desk.ready(new Recorded().at(repo.url(), commit).reading(name, url() + name, Digest.of(served)));
            try (var kept = Files.list(desk.reruns.resolve("cache"))) {
                for (Path file : kept.toList()) {
                    FileTime earlier =
                            FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() - 60_000);
                    Files.setLastModifiedTime(file, earlier);
                }
            }
        }

        try (var kept = Files.list(desk.reruns.resolve("cache"))) {
            assertThat(kept.map(file -> file.toFile().length())).containsExactlyInAnyOrder(100L);
        }
    }

    @Test
    void copies_a_file_of_this_machine_and_leaves_the_original_alone() throws IOException {
        Path original = Files.writeString(desk.files.resolve("data.csv"), CONTENT);

        desk.ready(recorded(original.toUri().toString()));

        Path copy = desk.home.resolve("data/data.csv");
        Repo.swap(copy, "tampered".getBytes(StandardCharsets.UTF_8));
        assertThat(original).hasContent(CONTENT);
        assertThat(Files.isWritable(original)).isTrue();
    }

    @Test
    void notices_that_a_file_of_this_machine_changed_or_vanished() throws IOException {
        Path original = Files.writeString(desk.files.resolve("data.csv"), CONTENT);
        desk.ready(recorded(original.toString()));
        Files.writeString(original, "other");

        assertThat(desk.refused(recorded(original.toString())).kind()).isEqualTo(Kind.CHANGED);

        Files.delete(original);
        Reason gone = desk.refused(recorded(original.toString()));
        assertThat(gone.kind()).isEqualTo(Kind.GONE);
        assertThat(gone.wrong()).isEqualTo("There is nothing at " + original + " any more");
        assertThat(gone.right()).contains("Put it back");
    }

    @Test
    void reads_files_only_below_folders_that_are_named_with_links_resolved() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.csv"), CONTENT);
        Path link = Files.createSymbolicLink(desk.files.resolve("link.csv"), secret);

        assertThat(desk.refused(recorded(secret.toUri().toString())).wrong()).contains("lies below no folder");
        assertThat(desk.refused(recorded(desk.files + "/../secret.csv")).wrong())
                .contains("lies below no folder");
        assertThat(desk.refused(recorded("file:" + desk.files + "/%2e%2e/secret.csv"))
                        .wrong())
                .contains("lies below no folder");
        assertThat(desk.refused(recorded(link.toUri().toString())).wrong()).contains("a link that leads out");
        assertThat(desk.refused(recorded("/etc/passwd")).kind()).isEqualTo(Kind.NOT_FETCHED);
    }

    @Test
    void refuses_a_folder_and_waits_for_no_pipe() throws Exception {
        Path inner = Files.createDirectory(desk.files.resolve("inner"));
        Path pipe = desk.files.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(desk.refused(recorded(inner.toString())).wrong()).endsWith("is no file");
        assertThat(desk.refused(recorded(pipe.toString())).wrong()).endsWith("is no file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://data.example.org/data.csv",
                "gs://bucket/data.csv",
                "data.csv",
                "https://user:secret@data.example.org/data.csv",
                "not a uri",
                "jar:file:/x!/y",
            })
    void refuses_addresses_it_does_not_fetch_from(String uri) {
        Reason reason = desk.refused(recorded(uri));

        assertThat(reason.kind()).isEqualTo(Kind.NOT_FETCHED);
        assertThat(reason.pointer()).isEqualTo("/data/0/uri");
    }

    @Test
    void refuses_private_addresses() {
        desk.allowed = "";

        assertThat(desk.refused(recorded(url())).wrong()).contains("127.0.0.1 is this machine's own");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "404, GONE, any more",
        "410, GONE, any more",
        "401, NOT_FETCHED, may not be read by this service",
        "403, NOT_FETCHED, may not be read by this service",
        "302, NOT_FETCHED, and no redirect is followed",
        "206, NOT_FETCHED, answers 206",
    })
    void says_what_a_server_answers(int status, Kind kind, String words) {
        try (Receiver inner = Receiver.answering(200);
                Receiver server = Receiver.answering(status, "Location: " + inner.url())) {
            Reason reason = desk.refused(recorded(server.url()));

            assertThat(reason.kind()).isEqualTo(kind);
            assertThat(reason.wrong()).contains(words);
            assertThat(inner.received()).isEmpty();
        }
    }

    @Test
    void comes_back_later_for_a_server_that_fails_is_slow_or_is_not_there() {
        desk.silence = Duration.ofMillis(300);
        int port;
        try (Receiver server = Receiver.answering(503)) {
            port = server.port();
            assertThat(desk.later(recorded(server.url()))).endsWith("answers 503 at the moment");
            server.behaves(Receiver.silence());
            assertThat(desk.later(recorded(server.url()))).contains("could not be fetched");
        }
        assertThat(desk.later(recorded("http://127.0.0.1:" + port + "/x"))).contains("could not be fetched");
        assertThat(desk.later(recorded("http://nowhere.invalid/x"))).contains("could not be fetched");
    }

    @Test
    void waits_no_longer_than_allowed_for_a_file_that_drips() {
        desk.within = Duration.ofMillis(1500);
        try (Receiver server = new Receiver((received, out) -> {
            Receiver.write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true) {
                Receiver.write(out, "1\r\nx\r\n");
                Thread.sleep(50);
            }
        })) {
            long begun = System.nanoTime();

            assertThat(desk.later(recorded(server.url()))).contains("could not be fetched");

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void believes_no_size_that_a_server_only_says() {
        String end = "\r\nConnection: close\r\n\r\n";
        try (Receiver server = new Receiver(
                (received, out) -> Receiver.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 500" + end + CONTENT))) {
            assertThat(desk.later(recorded(server.url()))).contains("could not be fetched");
            server.behaves(
                    (received, out) -> Receiver.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 3" + end + CONTENT));
            assertThat(desk.refused(recorded(server.url())).kind()).isEqualTo(Kind.CHANGED);
            server.behaves(
                    (received, out) -> Receiver.write(out, "HTTP/1.1 200 OK\r\nContent-Length: 99999999999" + end));
            assertThat(desk.refused(recorded(server.url())).wrong()).contains("larger than the 1048576 bytes");
            server.behaves((received, out) -> {
                Receiver.write(out, "HTTP/1.1 200 OK" + end);
                while (true) {
                    Receiver.write(out, "x".repeat(10_000));
                }
            });
            assertThat(desk.refused(recorded(server.url())).wrong()).contains("larger than the 1048576 bytes");
        }
        assertThat(desk.reruns.resolve("cache")).isEmptyDirectory();
    }

    private String url() {
        return "http://127.0.0.1:" + web.getAddress().getPort() + "/data.csv";
    }

    private Recorded recorded(String uri) {
        return new Recorded().at(repo.url(), commit).reading("applications", uri, DIGEST);
    }
}
