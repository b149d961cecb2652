package org.probatum.rerun.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probatum.rerun.Launch;
import org.probatum.rerun.Outcome;
import org.probatum.rerun.Workspace;
import org.probatum.rerun.workspace.Reason.Kind;
import org.probatum.shared.Digest;

class PrepareWorkspaceTest {
    private static final String SCRIPT = """
            set -e
            rows=$(wc -l < "$PROBATUM_DATA_DIR/applications.csv")
            test "$GREETING" = "good day"
            printf '{"auc": 0.%s, "rows": %s}' "$PROBATUM_SEED" "$rows" > "$PROBATUM_OUT_DIR/metrics.json"
            cp "$PROBATUM_PARAMS" "$PROBATUM_OUT_DIR/model.json"
            """;

    @TempDir
    Path folder;

    private Desk desk;
    private Repo repo;
    private String commit;
    private String data;

    @BeforeEach
    void open() throws IOException {
        desk = new Desk(folder);
        repo = new Repo(desk.files.resolve("model.git"));
        ObjectId training = repo.with("train.sh", SCRIPT).tree();
        commit = repo.with("README.md", "a model")
                .with("training", training, FileMode.TREE)
                .commit("Train");
        data = "a,b\n1,2\n3,4\n";
        Files.writeString(desk.files.resolve("applications.csv"), data);
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
        repo.close();
    }

    @Test
    void lays_out_what_the_command_needs_and_the_command_run_by_hand_measures() throws Exception {
        Recorded recorded = recorded();
        recorded.parameters.put("trees", 90);
        recorded.parameters.put("rate", new BigDecimal("0.10"));
        recorded.environment.put("GREETING", "good day");
        recorded.environment.put("PROBATUM_SEED", "99");
        recorded.environment.put("PROBATUM_OUT_DIR", "/tmp");
        Files.createDirectories(desk.home.resolve("out"));
        Files.writeString(desk.home.resolve("out/metrics.json"), "{\"auc\": 1}");

        Launch launch = desk.ready(recorded);

        assertThat(launch.name()).isEqualTo("rerun-1");
        assertThat(launch.command()).containsExactly("sh", "train.sh");
        assertThat(launch.directory()).isEqualTo("training");
        assertThat(launch.environment()).isEqualTo(Map.of("GREETING", "good day", "PROBATUM_SEED", "7"));
        assertThat(launch.image()).isEqualTo("sha256:" + "b".repeat(64));
        assertThat(launch.queue()).isEqualTo("gpu");
        Workspace workspace = launch.workspace();
        assertThat(workspace.params()).hasContent("{\"rate\":0.10,\"trees\":90}");
        assertThat(workspace.out()).isEmptyDirectory();
        assertThat(desk.home.toFile().list()).containsExactlyInAnyOrder("code", "data", "out", "params.json");
        assertThat(Files.getPosixFilePermissions(workspace.data().resolve("applications.csv")))
                .noneMatch(permission -> permission.name().endsWith("WRITE"));

        assertThat(runByHand(launch)).isZero();

        Outcome outcome = new CollectOutcome().collect(workspace, Desk.LIMITS);
        assertThat(outcome.trouble()).isNull();
        assertThat(outcome.metrics())
                .containsOnly(Map.entry("auc", new BigDecimal("0.7")), Map.entry("rows", new BigDecimal("3")));
        assertThat(outcome.artifacts()).extracting("path").containsExactly("metrics.json", "model.json");
        assertThat(outcome.artifacts().get(1).sha256()).isEqualTo(Digest.of("{\"rate\":0.10,\"trees\":90}"));
        assertThat(Disposal.remove(desk.home)).isEmpty();
        assertThat(desk.home).doesNotExist();
        assertThat(desk.files.resolve("applications.csv")).hasContent(data);
    }

    @Test
    void starts_clean_whatever_a_former_attempt_left() throws IOException {
        desk.ready(recorded());
        Files.writeString(desk.home.resolve("code/stray.py"), "import os");
        Files.createSymbolicLink(desk.home.resolve("out/link"), desk.files);
        Files.writeString(desk.home.resolve("log.txt"), "old");

        desk.ready(recorded());

        assertThat(desk.home.resolve("code/stray.py")).doesNotExist();
        assertThat(desk.home.resolve("log.txt")).doesNotExist();
        assertThat(desk.files.resolve("applications.csv")).exists();
    }

    @Test
    void touches_nothing_when_the_manifest_alone_says_no() throws IOException {
        Files.createDirectories(desk.home);
        Recorded recorded = recorded();
        recorded.dirty = true;

        Prepared prepared = desk.prepare(recorded);

        assertThat(prepared).isInstanceOf(Prepared.Refused.class);
        assertThat(desk.home).isEmptyDirectory();
    }

    @Test
    void refuses_a_working_directory_that_the_commit_does_not_have() {
        Recorded nowhere = recorded();
        nowhere.directory = "inference";
        Recorded file = recorded();
        file.directory = "README.md";

        assertThat(desk.refused(nowhere).wrong()).isEqualTo("The commit has no folder inference");
        assertThat(desk.refused(file).pointer()).isEqualTo("/invocation/workingDirectory");
    }

    @Test
    void tells_of_all_data_at_once() throws IOException {
        Files.writeString(desk.files.resolve("changed.csv"), "not what it was");
        Recorded recorded = recorded();
        recorded.reading("gone", desk.files.resolve("gone.csv").toUri().toString(), Digest.of("x"));
        recorded.reading("changed", desk.files.resolve("changed.csv").toUri().toString(), Digest.of("x"));

        Prepared prepared = desk.prepare(recorded);

        assertThat(((Prepared.Refused) prepared).reasons())
                .extracting(Reason::kind, Reason::pointer)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.GONE, "/data/1/uri"),
                        org.assertj.core.groups.Tuple.tuple(Kind.CHANGED, "/data/2/sha256"));
        assertThat(desk.home).doesNotExist();
    }

    @Test
    void says_the_first_seed_where_libraries_had_different_ones() {
        Recorded recorded = recorded();
        recorded.seeds = new java.util.LinkedHashMap<>();
        recorded.seeds.put("torch", -3L);
        recorded.seeds.put("numpy", 5L);

        assertThat(desk.ready(recorded).environment()).containsEntry("PROBATUM_SEED", "-3");
    }

    private Recorded recorded() {
        Recorded recorded = new Recorded().at(repo.url(), commit);
        recorded.directory = "training/";
        return recorded.reading(
                "applications",
                desk.files.resolve("applications.csv").toUri().toString(),
                Digest.of("a,b\n1,2\n3,4\n"));
    }

    private static int runByHand(Launch launch) throws Exception {
        Workspace workspace = launch.workspace();
        ProcessBuilder process = new ProcessBuilder(launch.command());
        process.directory(workspace.code().resolve(launch.directory()).toFile());
        Map<String, String> environment = new HashMap<>(launch.environment());
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("PROBATUM_DATA_DIR", workspace.data().toString());
        environment.put("PROBATUM_OUT_DIR", workspace.out().toString());
        environment.put("PROBATUM_PARAMS", workspace.params().toString());
        process.environment().clear();
        process.environment().putAll(environment);
        Process started = process.inheritIO().start();
        assertThat(started.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return started.exitValue();
    }
}
