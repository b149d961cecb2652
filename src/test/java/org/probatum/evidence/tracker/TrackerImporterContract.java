package org.probatum.evidence.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.evidence.Series;
import org.probatum.evidence.manifest.Dataset;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.evidence.manifest.Metric;
import org.probatum.shared.Json;
import org.probatum.support.FakeMlflow;
import org.probatum.support.FakeRun;

/** What every reader of a tracker does, whatever the tracker does. */
public abstract class TrackerImporterContract {
    private static final String SECRET = "s3cr3t-0f-mlflow";
    private static final String RUN = "4f3c2a10aa5540b2b6f7c0d1e2f3a4b5";

    private FakeMlflow mlflow;
    private TrackerReader reader;

    /** The server, one of the personalities. */
    protected abstract FakeMlflow server();

    /** The reader under test, whose patience ends after two seconds. */
    protected abstract TrackerReader reader();

    @BeforeEach
    void start() {
        mlflow = server();
        reader = reader();
        mlflow.experiment("1", "scorecards").experiment("2", "empty");
        FakeRun run = mlflow.run("1", RUN, "GBM depth 6");
        run.params.putAll(Map.of("depth", "6", "random_state", "17"));
        run.tags.putAll(Map.of(
                "mlflow.user", "ada",
                "mlflow.source.name", "train.py",
                "mlflow.source.git.commit", "b7856fdd9f3485296f53c9600fcd90ceea5bb517",
                "mlflow.source.git.repoURL", "https://deploy:hunter2@git.example.org/models.git"));
        run.measured("auc", 0.61, 0.74, 0.79, 0.81).measured("loss", 0.9, Double.NaN, Double.POSITIVE_INFINITY);
        run.datasets.add(new FakeRun.Data(
                "applications-2026q1",
                "5d2f1c0a",
                "{\"uri\": \"https://data.example.org/applications.parquet\"}",
                "{\"num_rows\": 48211}",
                "test"));
        run.artifacts.put("model/model.txt", "trees".getBytes(StandardCharsets.UTF_8));
        run.artifacts.put("notes.md", "".getBytes(StandardCharsets.UTF_8));
        run.versions.add(new FakeRun.Version("scorecard", "3", List.of("champion")));
    }

    @AfterEach
    void stop() {
        mlflow.close();
    }

    @Test
    void says_that_it_is_let_in() throws TrackerFault {
        mlflow.asking(new Credential.Bearer(SECRET).headers().get("Authorization"));

        assertThat(reader.greet(at(new Credential.Bearer(SECRET)))).contains("2 experiments");
    }

    @Test
    void lists_experiments_and_pages_through_their_runs() throws TrackerFault {
        IntStream.range(0, 250).forEach(i -> mlflow.run("1", "run" + i, "run " + i));

        List<String> found = new ArrayList<>();
        Listing<RunHead> page = reader.runs(at(), List.of("1"), null, null);
        while (page.next() != null) {
            page.items().forEach(run -> found.add(run.id()));
            page = reader.runs(at(), List.of("1"), null, page.next());
        }
        page.items().forEach(run -> found.add(run.id()));

        assertThat(reader.experiments(at(), null, null).items())
                .extracting(Experiment::name)
                .contains("scorecards");
        assertThat(found).hasSize(251).doesNotHaveDuplicates();
    }

    @Test
    void finds_nothing_where_there_is_nothing() throws TrackerFault {
        assertThat(reader.runs(at(), List.of("2"), null, null).items()).isEmpty();
        assertThat(reader.runs(at(), List.of("999"), null, null).items()).isEmpty();
        assertThat(reader.runs(at(), List.of("1"), "params.depth = '7'", null).items())
                .isEmpty();
        assertThat(reader.runs(at(), List.of("1"), "params.depth = '6'", null).items())
                .hasSize(1);
    }

    @Test
    void says_what_the_tracker_says_about_a_filter_that_is_none() {
        assertThat(fault(() -> reader.runs(at(), List.of("1"), "no filter; at all", null))
                        .words())
                .contains("Invalid clause(s) in filter string");
    }

    @Test
    void reads_a_run_whole() throws TrackerFault {
        TrackedRun tracked = reader.run(at(), RUN, true);
        Manifest manifest = tracked.manifest();

        assertThat(manifest.name()).isEqualTo("gbm-depth-6-4f3c2a10");
        assertThat(manifest.code().commit()).isEqualTo("b7856fdd9f3485296f53c9600fcd90ceea5bb517");
        assertThat(manifest.code().repository()).isEqualTo("https://git.example.org/models.git");
        assertThat(manifest.invocation().who()).isEqualTo("ada");
        assertThat(manifest.invocation().parameters()).containsEntry("depth", "6");
        assertThat(manifest.invocation().ended()).isAfter(manifest.invocation().started());
        assertThat(manifest.randomness().seeds()).containsEntry("random_state", 17L);
        assertThat(manifest.lineage().tracker()).isEqualTo("prod");
        assertThat(manifest.lineage().runId()).isEqualTo(RUN);
        assertThat(tracked.models()).containsExactly(new ModelVersion("scorecard", "3", "None", List.of("champion")));
        assertThat(tracked.notes()).isEmpty();
    }

    @Test
    void says_of_everything_whether_it_was_observed_or_declared_and_of_files_that_differed_nothing()
            throws TrackerFault {
        Manifest manifest = reader.run(at(), RUN, true).manifest();

        assertThat(manifest.code().dirty()).isNull();
        assertThat(manifest.provenance().observed())
                .contains("/code/commit", "/invocation/started", "/lineage/runId", "/artifacts/0");
        assertThat(manifest.provenance().declared())
                .contains("/invocation/parameters", "/metrics", "/data/0", "/randomness/seeds");
        assertThat(manifest.provenance().observed())
                .doesNotContainAnyElementsOf(manifest.provenance().declared());
    }

    @Test
    void never_takes_the_digest_of_a_dataset_for_proof_of_its_content() throws TrackerFault {
        Dataset dataset = reader.run(at(), RUN, true).manifest().data().get(0);

        assertThat(dataset.sha256()).isNull();
        assertThat(dataset.version()).isEqualTo("declared by MLflow: 5d2f1c0a");
        assertThat(dataset.uri()).isEqualTo("https://data.example.org/applications.parquet");
        assertThat(dataset.rows()).isEqualTo(48211);
        assertThat(dataset.split()).isEqualTo("test");
    }

    @Test
    void takes_whole_histories_with_what_is_no_number_and_the_last_value_of_each() throws TrackerFault {
        TrackedRun tracked = reader.run(at(), RUN, false);
        Map<String, Series> histories =
                tracked.histories().stream().collect(Collectors.toMap(Series::metric, series -> series));

        assertThat(histories.get("auc").values()).containsExactly(0.61, 0.74, 0.79, 0.81);
        assertThat(histories.get("auc").steps()).containsExactly(0L, 1L, 2L, 3L);
        assertThat(histories.get("loss").values()).containsExactly(0.9, Double.NaN, Double.POSITIVE_INFINITY);
        assertThat(tracked.manifest().metrics()).extracting(Metric::name).containsExactly("auc", "loss");
        assertThat(tracked.manifest().metrics().get(0).value()).isEqualByComparingTo("0.81");
        assertThat(tracked.manifest().metrics().get(0).dataset()).isEqualTo("applications-2026q1");
        assertThat(tracked.manifest().metrics().get(0).split()).isEqualTo("test");
        assertThat(tracked.manifest().metrics().get(1).value()).isNull();
    }

    @Test
    void reads_artifacts_for_their_digests_when_asked_and_lists_them_always() throws TrackerFault {
        Manifest read = reader.run(at(), RUN, true).manifest();
        Manifest listed = reader.run(at(), RUN, false).manifest();

        assertThat(read.artifacts().get(0).path()).isEqualTo("model/model.txt");
        assertThat(read.artifacts().get(0).sha256()).isEqualTo(org.probatum.shared.Digest.of("trees"));
        assertThat(read.artifacts().get(0).bytes()).isEqualTo(5);
        assertThat(listed.artifacts()).hasSize(2).allSatisfy(one -> assertThat(one.sha256())
                .isNull());
        assertThat(listed.provenance().declared()).contains("/artifacts/0");
    }

    @Test
    void reads_a_run_that_has_nothing_and_has_not_ended() throws TrackerFault {
        mlflow.run("1", "bare", "").status = "RUNNING";

        TrackedRun tracked = reader.run(at(), "bare", true);

        assertThat(tracked.manifest().name()).isEqualTo("run-bare");
        assertThat(tracked.manifest().invocation().ended()).isNull();
        assertThat(tracked.manifest().metrics()).isEmpty();
        assertThat(tracked.notes()).anyMatch(note -> note.contains("RUNNING"));
    }

    @Test
    void gives_the_same_facts_for_the_same_run_whatever_the_order() throws TrackerFault {
        TrackerFacts before = reader.facts(at(), RUN);

        mlflow.run(RUN).tags.put("probatum.decision", "CR-42");

        assertThat(reader.facts(at(), RUN).digest()).isEqualTo(before.digest());
        assertThat(Json.read(Json.write(before), TrackerFacts.class)).isEqualTo(before);
    }

    @Test
    void refuses_to_import_what_was_deleted_and_still_reads_its_facts() throws TrackerFault {
        mlflow.run(RUN).lifecycle = "deleted";

        assertThat(fault(() -> reader.run(at(), RUN, true)).kind()).isEqualTo(TrackerFault.Kind.GONE);
        assertThat(reader.facts(at(), RUN).wasDeleted()).isTrue();
    }

    @Test
    void tells_a_run_that_is_not_there_from_a_tracker_that_is_not_there() {
        assertThat(fault(() -> reader.facts(at(), "nope")).kind()).isEqualTo(TrackerFault.Kind.GONE);

        Target at = at();
        mlflow.close();

        assertThat(fault(() -> reader.facts(at, RUN)).kind()).isEqualTo(TrackerFault.Kind.UNREACHABLE);
    }

    @Test
    void tags_a_run() throws TrackerFault {
        reader.tag(at(), RUN, Map.of("probatum.decision", "CR-42", "probatum.outcome", "published"));

        assertThat(mlflow.run(RUN).tags)
                .containsEntry("probatum.decision", "CR-42")
                .containsEntry("probatum.outcome", "published");
    }

    @Test
    void says_that_it_is_not_let_in_without_the_secret() {
        mlflow.asking("Bearer another");

        TrackerFault fault = fault(() -> reader.greet(at(new Credential.Bearer(SECRET))));

        assertThat(fault.kind()).isEqualTo(TrackerFault.Kind.REFUSED);
        assertThat(fault.words()).contains("401").doesNotContain(SECRET);
    }

    @Test
    void hides_a_secret_that_the_tracker_says_back() {
        mlflow.behaves(exchange -> {
            String said = exchange.getRequestHeaders().getFirst("Authorization");
            FakeMlflow.answer(
                    exchange,
                    400,
                    "application/json",
                    "{\"error_code\": \"BAD_REQUEST\", \"message\": \"you said " + said + " and " + SECRET + "\"}");
            return true;
        });

        for (Credential credential : List.of(new Credential.Bearer(SECRET), new Credential.Basic("probatum", SECRET))) {
            String authorization = credential.headers().get("Authorization");
            TrackerFault fault = fault(() -> reader.greet(at(credential)));

            assertThat(fault.words())
                    .contains("you said")
                    .doesNotContain(
                            SECRET, authorization, authorization.substring(6).strip());
            assertThat(credential.toString()).doesNotContain(SECRET);
        }
    }

    @Test
    void follows_no_redirect() {
        mlflow.behaves(exchange -> {
            exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest");
            FakeMlflow.answer(exchange, 302, "text/html", "");
            return true;
        });

        assertThat(fault(() -> reader.greet(at())).words()).contains("302", "redirect");
    }

    @Test
    void takes_a_page_for_no_answer() {
        mlflow.behaves(exchange -> {
            FakeMlflow.answer(exchange, 200, "text/html; charset=utf-8", "<html>Sign in</html>");
            return true;
        });

        assertThat(fault(() -> reader.facts(at(), RUN)).words()).contains("a page (text/html) instead of JSON");
    }

    @Test
    void takes_a_missing_page_for_no_missing_run() {
        mlflow.behaves(exchange -> {
            FakeMlflow.answer(exchange, 404, "text/html", "<html>no such app</html>");
            return true;
        });

        assertThat(fault(() -> reader.facts(at(), RUN)).kind()).isEqualTo(TrackerFault.Kind.REFUSED);
    }

    @Test
    void waits_no_longer_than_it_should() {
        mlflow.behaves(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                pause();
            }
            return true;
        });

        assertThat(fault(() -> reader.facts(at(), RUN)).words()).contains("too slow", "2 s");
    }

    @ParameterizedTest
    @ValueSource(longs = {100_000, 1L << 40})
    void believes_no_length_that_is_a_lie(long length) {
        mlflow.behaves(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, length);
            exchange.getResponseBody().write("{\"run\": {}".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.getHttpContext().getServer();
            throw new java.io.IOException("gone");
        });

        assertThat(fault(() -> reader.facts(at(), RUN)).kind()).isEqualTo(TrackerFault.Kind.UNREACHABLE);
    }

    @Test
    void reads_no_endless_answer() {
        byte[] some = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
        mlflow.behaves(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseBody().write(some);
            }
            return true;
        });

        assertThat(fault(() -> reader.facts(at(), RUN)).words()).contains("longer than");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"run\": []}",
                "{\"run\": {\"info\": {\"run_id\": \"another\"}}}",
                "{\"run\": {\"info\"",
                "not json"
            })
    void makes_no_run_of_nonsense(String nonsense) {
        mlflow.behaves(exchange -> {
            FakeMlflow.answer(exchange, 200, "application/json", nonsense);
            return true;
        });

        assertThat(fault(() -> reader.run(at(), RUN, true)).words()).startsWith("prod ");
    }

    @Test
    void goes_round_in_no_circle_of_pages() {
        mlflow.behaves(exchange -> {
            if (!exchange.getRequestURI().getPath().endsWith("get-history")) {
                return false;
            }
            FakeMlflow.answer(
                    exchange,
                    200,
                    "application/json",
                    "{\"metrics\": [{\"key\": \"auc\", \"value\": 1, \"step\": 0}], \"next_page_token\": \"again\"}");
            return true;
        });

        assertThat(fault(() -> reader.run(at(), RUN, false)).words()).contains("in circles");
    }

    @Test
    void lists_no_artifacts_of_a_tracker_that_says_it_cannot_and_says_so() throws TrackerFault {
        mlflow.behaves(exchange -> {
            if (!exchange.getRequestURI().getPath().endsWith("artifacts/list")) {
                return false;
            }
            FakeMlflow.answer(
                    exchange,
                    500,
                    "application/json",
                    "{\"error_code\": \"INTERNAL_ERROR\", \"message\": \"no credentials for the bucket\"}");
            return true;
        });

        TrackedRun tracked = reader.run(at(), RUN, true);

        assertThat(tracked.facts().artifacts()).isNull();
        assertThat(tracked.notes()).anyMatch(note -> note.contains("no credentials for the bucket"));
    }

    protected FakeMlflow mlflow() {
        return mlflow;
    }

    protected Target at() {
        return at(new Credential.Nobody());
    }

    private Target at(Credential credential) {
        return new Target(1, "prod", "MLFLOW", URI.create(mlflow.url() + "/"), credential, false);
    }

    protected static TrackerFault fault(ThrowingCallable asking) {
        return catchThrowableOfType(TrackerFault.class, asking);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
