package org.probatum.rerun.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.TreeFormatter;
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

class FetchCodeTest {
    @TempDir
    Path folder;

    private Desk desk;
    private Repo repo;

    @BeforeEach
    void open() throws IOException {
        desk = new Desk(folder);
        repo = new Repo(desk.files.resolve("model.git"));
        Files.writeString(desk.files.resolve("data.csv"), "1");
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
        repo.close();
    }

    @Test
    void fetches_exactly_the_commit_over_http_and_not_what_came_before_or_after() throws IOException {
        repo.with("a.txt", "first").commit("First");
        String commit = repo.with("a.txt", "second").commit("Second");
        repo.with("a.txt", "third").commit("Third");
        try (GitServer server = new GitServer(repo)) {
            desk.ready(recorded(server.url(), commit));

            assertThat(desk.home.resolve("code/a.txt")).hasContent("second");
            assertThat(desk.home.toFile().list()).containsExactlyInAnyOrder("code", "data", "out", "params.json");
            assertThat(server.asked).allMatch(asked -> asked.contains("git-upload-pack"));
        }
    }

    @Test
    void looks_through_branches_and_tags_where_a_server_gives_only_what_has_a_name() throws IOException {
        String commit = repo.with("a.txt", "first").commit("First");
        repo.with("a.txt", "second").commit("Second");
        try (GitServer server = new GitServer(repo).givingTipsOnly()) {
            desk.ready(recorded(server.url(), commit));

            assertThat(desk.home.resolve("code/a.txt")).hasContent("first");
        }
    }

    @Test
    void says_that_a_commit_is_gone_where_a_branch_was_rewritten() throws IOException {
        repo.with("a.txt", "first").commit("First");
        try (GitServer server = new GitServer(repo)) {
            Reason reason = desk.refused(recorded(server.url(), Recorded.NO_COMMIT));

            assertThat(reason.kind()).isEqualTo(Kind.GONE);
            assertThat(reason.pointer()).isEqualTo("/code/commit");
            assertThat(reason.wrong()).contains("leads to commit " + Recorded.NO_COMMIT);
            assertThat(reason.right()).contains("put a tag on it");
        }
        assertThat(desk.refused(recorded(repo.url(), Recorded.NO_COMMIT)).kind())
                .isEqualTo(Kind.GONE);
    }

    @Test
    void takes_no_tree_or_tag_for_a_commit() throws IOException {
        ObjectId tree = repo.with("a.txt", "first").tree();

        assertThat(desk.refused(recorded(repo.url(), tree.name())).wrong()).contains("is no commit");
    }

    @Test
    void lays_out_programs_links_and_empty_places_of_submodules() throws IOException {
        ObjectId inner = repo.with("up", "../a.txt", FileMode.SYMLINK).tree();
        String commit = repo.with("a.txt", "first")
                .with("run.sh", "#!/bin/sh", FileMode.EXECUTABLE_FILE)
                .with("inner", inner, FileMode.TREE)
                .with("other", ObjectId.fromString(Recorded.NO_COMMIT), FileMode.GITLINK)
                .commit("All kinds");

        desk.ready(recorded(repo.url(), commit));

        Path code = desk.home.resolve("code");
        assertThat(Files.isExecutable(code.resolve("run.sh"))).isTrue();
        assertThat(Files.isSymbolicLink(code.resolve("inner/up"))).isTrue();
        assertThat(code.resolve("inner/up")).hasContent("first");
        assertThat(code.resolve("other")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../secret", "a/../../secret", "../../..", "inner/../a.txt"})
    void refuses_links_that_lead_out_or_may(String target) throws IOException {
        String commit = repo.with("link", target, FileMode.SYMLINK).commit("A link");

        Reason reason = desk.refused(recorded(repo.url(), commit));

        assertThat(reason.kind()).isEqualTo(Kind.NOT_FETCHED);
        assertThat(reason.wrong()).contains("link → " + target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".git", ".GIT", ".", "a/../../b", "/etc/x"})
    void refuses_names_that_no_checkout_may_have(String name) throws IOException {
        String commit = repo.with(name, "hostile").commit("Hostile");

        assertThat(desk.refused(recorded(repo.url(), commit)).wrong()).contains("cannot be laid out");
        assertThat(folder.resolve("b")).doesNotExist();
    }

    @Test
    void refuses_a_tree_that_is_no_tree_or_names_a_file_twice() throws IOException {
        ObjectId blob = repo.insert(Constants.OBJ_BLOB, "x".getBytes(StandardCharsets.UTF_8));
        TreeFormatter twice = new TreeFormatter();
        twice.append("a", FileMode.SYMLINK, blob);
        twice.append("a", FileMode.TREE, repo.with("x.txt", "through the link").tree());
        ObjectId made = repo.insert(Constants.OBJ_TREE, "100644 no end".getBytes(StandardCharsets.UTF_8));
        ObjectId doubled = repo.insert(Constants.OBJ_TREE, twice.toByteArray());

        for (ObjectId tree : List.of(made, doubled)) {
            String commit = repo.with("inner", tree, FileMode.TREE).commit("Hostile");
            assertThat(desk.refused(recorded(repo.url(), commit)).wrong()).contains("cannot be laid out");
        }
    }

    @Test
    void finds_out_that_an_object_is_not_what_its_id_says() throws IOException {
        ObjectId honest = repo.with("train.py", "print(1)").tree();
        String commit = repo.with("train.py", "print(1)").commit("Honest");
        ByteArrayOutputStream forged = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(forged)) {
            out.write("blob 8\0print(2)".getBytes(StandardCharsets.UTF_8));
        }
        ObjectId blob = blobOf(honest);
        Repo.swap(repo.loose(blob), forged.toByteArray());

        Reason reason = desk.refused(recorded(repo.url(), commit));

        assertThat(reason.kind()).isEqualTo(Kind.CHANGED);
        assertThat(reason.wrong()).contains(blob.name());
    }

    @Test
    void reads_only_below_folders_that_are_named_with_links_resolved() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        try (Repo secret = new Repo(outside.resolve("secret.git"))) {
            String commit = secret.with("a", "secret").commit("Secret");
            Path link = Files.createSymbolicLink(desk.files.resolve("link.git"), secret.folder);

            assertThat(desk.refused(recorded(secret.url(), commit)).wrong())
                    .contains("lies below no folder that files are read from");
            assertThat(desk.refused(recorded(desk.files + "/../outside/secret.git", commit))
                            .wrong())
                    .contains("lies below no folder");
            assertThat(desk.refused(recorded(link.toString(), commit)).wrong()).contains("is a link that leads out");
            Files.writeString(
                    Files.createDirectories(repo.folder.resolve("objects/info")).resolve("alternates"),
                    secret.folder.resolve("objects") + "\n");
            assertThat(desk.refused(recorded(repo.url(), commit)).wrong()).contains("takes objects from elsewhere");
            Files.delete(repo.folder.resolve("objects/info/alternates"));
            Files.createSymbolicLink(repo.folder.resolve("objects/ab"), secret.folder.resolve("objects/ab"));
            Files.createDirectories(secret.folder.resolve("objects/ab"));
            assertThat(desk.refused(recorded(repo.url(), commit)).wrong()).contains("objects/ab");
        }
    }

    @Test
    void says_when_there_is_no_repository() throws IOException {
        Files.createDirectory(desk.files.resolve("empty"));

        assertThat(desk.refused(recorded(desk.files.resolve("empty").toString(), Recorded.NO_COMMIT))
                        .wrong())
                .startsWith("There is no git repository at");
        assertThat(desk.refused(recorded(desk.files.resolve("never").toString(), Recorded.NO_COMMIT))
                        .kind())
                .isEqualTo(Kind.GONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git@git.example.org:team/model.git",
                "ssh://git.example.org/model.git",
                "git://git.example.org/model.git",
                "ext::sh -c touch% /tmp/x",
                "https://mira:secret@git.example.org/model.git",
                "https://git.example.org/model.git?x=1",
                "model.git",
                "file://other.example.org/srv/model.git",
            })
    void refuses_addresses_it_does_not_fetch_from(String address) {
        Reason reason = desk.refused(recorded(address, Recorded.NO_COMMIT));

        assertThat(reason.kind()).isEqualTo(Kind.NOT_FETCHED);
        assertThat(reason.pointer()).isEqualTo("/code/repository");
    }

    @Test
    void refuses_private_addresses() {
        desk.allowed = "";

        assertThat(desk.refused(recorded("http://127.0.0.1:9/model.git", Recorded.NO_COMMIT))
                        .wrong())
                .contains("127.0.0.1 is this machine's own");
    }

    @ParameterizedTest
    @CsvSource({
        "404, GONE, There is no repository at",
        "410, GONE, There is no repository at",
        "401, NOT_FETCHED, may not be read without signing in",
        "403, NOT_FETCHED, may not be read without signing in",
        "302, NOT_FETCHED, no redirect is followed",
        "200, NOT_FETCHED, does not answer as a git server does",
    })
    void says_what_a_server_answers(int status, Kind kind, String words) {
        try (Receiver inner = Receiver.answering(200);
                Receiver server =
                        Receiver.answering(status, "Location: " + inner.url() + "/info/refs?service=git-upload-pack")) {
            Reason reason = desk.refused(recorded(server.url(), Recorded.NO_COMMIT));

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
            assertThat(desk.later(recorded(server.url(), Recorded.NO_COMMIT))).contains("answers 503 at the moment");
            server.behaves(Receiver.silence());
            assertThat(desk.later(recorded(server.url(), Recorded.NO_COMMIT))).contains("could not be fetched");
        }
        assertThat(desk.later(recorded("http://127.0.0.1:" + port + "/m.git", Recorded.NO_COMMIT)))
                .contains("could not be fetched");
    }

    @Test
    void fetches_no_more_than_code_may_have() throws IOException {
        desk.codeBytes = 100_000;
        String plain = repo.with("big.bin", "x".repeat(200_000)).commit("Packs well");
        try (GitServer server = new GitServer(repo)) {
            assertThat(desk.refused(recorded(server.url(), plain)).wrong()).contains("larger than");
        }
        assertThat(desk.refused(recorded(repo.url(), plain)).wrong()).contains("larger than 100000 bytes");
        StringBuilder noise = new StringBuilder();
        new java.util.Random(7).ints(200_000, 33, 127).forEach(c -> noise.append((char) c));
        String packed = repo.with("noise.bin", noise.toString()).commit("Packs badly");
        try (GitServer server = new GitServer(repo)) {
            assertThat(desk.refused(recorded(server.url(), packed)).wrong()).contains("larger than");
        }
    }

    private ObjectId blobOf(ObjectId tree) throws IOException {
        try (var walk = new org.eclipse.jgit.treewalk.TreeWalk(repo.repository)) {
            walk.addTree(tree);
            walk.next();
            return walk.getObjectId(0);
        }
    }

    private Recorded recorded(String address, String commit) {
        return new Recorded()
                .at(address, commit)
                .reading("data", desk.files.resolve("data.csv").toUri().toString(), Digest.of("1"));
    }
}
