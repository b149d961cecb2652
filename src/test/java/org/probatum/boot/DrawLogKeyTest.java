package org.probatum.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.log.note.NoteSigner;

/** The packaged service draws a key for its log, and starts nothing for it. */
class DrawLogKeyTest {
    /** What a process said, and how it ended. */
    private record Said(int status, String out, String err) {}

    @Test
    void draws_a_key_that_signs_and_another_each_time() throws Exception {
        Said first = run("log-key", "probatum.example.org/log");
        Said second = run("log-key", "probatum.example.org/log");

        NoteSigner signer = NoteSigner.parse(first.out().strip());
        assertThat(first.status()).isZero();
        assertThat(signer.key().name()).isEqualTo("probatum.example.org/log");
        assertThat(first.err()).contains(signer.key().text());
        assertThat(signer.key().verifies("said\n", signer.signature("said\n"))).isTrue();
        assertThat(second.out()).isNotEqualTo(first.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"log-key", "log-key two names", "log-key with+plus", "serve"})
    void says_what_it_takes(String words) throws Exception {
        Said said = run(words.split(" ", 2));

        assertThat(said.status()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("log-key <name>");
    }

    private static Said run(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-jar",
                Path.of("target", "quarkus-app", "quarkus-run.jar").toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), out, err);
    }
}
