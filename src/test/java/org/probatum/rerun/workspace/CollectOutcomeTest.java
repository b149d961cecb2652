package org.probatum.rerun.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probatum.rerun.Limits;
import org.probatum.rerun.Outcome;
import org.probatum.rerun.Workspace;
import org.probatum.shared.Digest;

class CollectOutcomeTest {
    private static final Limits LIMITS = new Limits(Duration.ofMinutes(1), 1, 1L << 30, 10_000_000, 50);

    @TempDir
    Path home;

    private Path out;

    @BeforeEach
    void open() throws IOException {
        out = Files.createDirectory(new Workspace(home).out());
    }

    @Test
    void reads_the_metrics_and_lists_every_file_with_its_digest() throws IOException {
        metrics("{\"auc\": 0.79310, \"rows\": 4000, \"tiny\": 1e-12}");
        Files.writeString(Files.createDirectories(out.resolve("model/deep")).resolve("b.bin"), "b");
        Files.writeString(out.resolve("a.txt"), "a");
        Files.createFile(out.resolve("empty"));

        Outcome outcome = collect();

        assertThat(outcome.trouble()).isNull();
        assertThat(outcome.metrics())
                .isEqualTo(Map.of(
                        "auc", new BigDecimal("0.79310"),
                        "rows", new BigDecimal("4000"),
                        "tiny", new BigDecimal("1e-12")));
        assertThat(outcome.artifacts())
                .extracting("path")
                .containsExactly("a.txt", "empty", "metrics.json", "model/deep/b.bin");
        assertThat(outcome.artifacts().get(0).sha256()).isEqualTo(Digest.of("a"));
        assertThat(outcome.artifacts().get(0).bytes()).isEqualTo(1);
        assertThat(outcome.artifacts().get(1).sha256()).isEqualTo(Digest.of(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"auc\": \"0.79\"}|\"auc\" is text, not a number",
                "{\"auc\": {\"test\": 0.79}}|\"auc\" is an object, not a number",
                "{\"auc\": [0.79]}|\"auc\" is a list, not a number",
                "{\"auc\": null}|\"auc\" is null, not a number",
                "{\"auc\": true}|\"auc\" is true or false, not a number",
                "{\" \": 1}|a metric has no name",
                "{\"auc\": NaN}|cannot be read",
                "{\"auc\": Infinity}|cannot be read",
                "{\"auc\": 1e999}|cannot be read",
                "{\"auc\": 1, \"auc\": 2}|given twice",
                "{\"auc\": 1} {}|something follows the end",
                "[0.79]|is not one JSON object",
                "0.79|is not one JSON object",
                "{\"auc\": 1|cannot be read",
                "''|cannot be read",
            })
    void says_what_is_wrong_with_the_metrics_and_takes_no_half_of_them(String content, String words)
            throws IOException {
        metrics(content);

        Outcome outcome = collect();

        assertThat(outcome.trouble()).contains(words);
        assertThat(outcome.metrics()).isEmpty();
        assertThat(outcome.artifacts()).hasSize(1);
    }

    @Test
    void says_that_there_are_no_metrics_or_no_folder() throws IOException {
        assertThat(collect().trouble()).isEqualTo("the command wrote no metrics.json to $PROBATUM_OUT_DIR");

        Files.delete(out);
        assertThat(collect().trouble()).contains("the output folder is gone");

        Files.createSymbolicLink(out, Files.createDirectory(home.resolve("elsewhere")));
        assertThat(collect().trouble()).contains("the output folder is gone");
    }

    @Test
    void follows_no_link_and_opens_no_pipe() throws Exception {
        Path secret = Files.writeString(home.resolve("secret.json"), "{\"auc\": 1}");
        Files.createSymbolicLink(out.resolve("metrics.json"), secret);
        Files.createSymbolicLink(out.resolve("folder"), home);
        assertThat(new ProcessBuilder("mkfifo", out.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();

        Outcome outcome = collect();

        assertThat(outcome.metrics()).isEmpty();
        assertThat(outcome.artifacts()).isEmpty();
        assertThat(outcome.trouble())
                .contains("metrics.json is a link, which is not read")
                .contains("folder is a link")
                .contains("pipe is no file");
    }

    @Test
    void reads_no_more_than_the_rerun_was_allowed_to_write() throws IOException {
        metrics("{\"auc\": 1}");
        try (RandomAccessFile sparse =
                new RandomAccessFile(out.resolve("huge.bin").toFile(), "rw")) {
            sparse.setLength(1L << 40);
        }

        Outcome outcome = collect();

        assertThat(outcome.trouble()).contains("larger than 10000000 bytes together; huge.bin was not read");
        assertThat(outcome.artifacts()).extracting("path").containsExactly("metrics.json");
    }

    @Test
    void reads_metrics_of_a_megabyte_at_most() throws IOException {
        metrics("{\"auc\": 1" + " ".repeat(1_100_000) + "}");

        assertThat(collect().trouble()).isEqualTo("metrics.json is larger than 1048576 bytes");
    }

    @Test
    void comes_to_an_end_with_many_files_and_with_deep_folders() throws IOException {
        metrics("{\"auc\": 1}");
        for (int i = 0; i < 2100; i++) {
            Files.createFile(out.resolve("f" + i));
        }
        assertThat(collect().trouble()).contains("more than 2000 files");
        assertThat(collect().artifacts()).hasSizeLessThanOrEqualTo(2000);

        Files.createDirectories(home.resolve("other/out/" + "d/".repeat(40)));
        assertThat(new CollectOutcome()
                        .collect(new Workspace(home.resolve("other")), LIMITS)
                        .trouble())
                .contains("more than 32 deep");
    }

    @Test
    void takes_no_name_that_would_break_a_line() throws IOException {
        metrics("{\"auc\": 1}");
        Files.writeString(out.resolve("a\nb"), "x");

        assertThat(collect().trouble()).contains("holds control characters");
        assertThat(collect().artifacts()).hasSize(1);
    }

    private void metrics(String content) throws IOException {
        Files.writeString(out.resolve("metrics.json"), content);
    }

    private Outcome collect() throws IOException {
        return new CollectOutcome().collect(new Workspace(home), LIMITS);
    }
}
