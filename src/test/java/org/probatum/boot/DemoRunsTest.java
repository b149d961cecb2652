package org.probatum.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.evidence.manifest.Artifact;
import org.probatum.evidence.manifest.Dataset;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.shared.Json;

/** The demo's first decision rests on runs that were really run: running one again from its manifest gives the same. */
class DemoRunsTest {
    private static final Path CREDIT = Path.of("src/main/resources/demo/credit");

    @TempDir
    Path work;

    @ParameterizedTest
    @ValueSource(strings = {"credit-logistic-11", "credit-gbm-13"})
    void a_recorded_run_run_again_gives_the_same_artifacts_and_numbers(String name) throws Exception {
        Manifest manifest = Json.read(Files.readString(CREDIT.resolve("runs/" + name + ".json")), Manifest.class);
        Dataset data = manifest.data().get(0);
        assertThat(sha256(CREDIT.resolve("applications.csv"))).isEqualTo(data.sha256());

        run(manifest);

        for (Artifact artifact : manifest.artifacts()) {
            assertThat(sha256(work.resolve("out").resolve(Objects.requireNonNull(artifact.path()))))
                    .as(artifact.path())
                    .isEqualTo(artifact.sha256());
        }
    }

    private void run(Manifest manifest) throws IOException, InterruptedException {
        Files.copy(
                CREDIT.resolve("applications.csv"),
                Files.createDirectories(work.resolve("data")).resolve("applications.csv"));
        Files.writeString(
                work.resolve("params.json"), Json.write(manifest.invocation().parameters()));
        ProcessBuilder process = new ProcessBuilder(manifest.invocation().command())
                .directory(CREDIT.toFile())
                .inheritIO();
        process.environment().putAll(manifest.invocation().environment());
        process.environment().put("PROBATUM_DATA_DIR", work.resolve("data").toString());
        process.environment().put("PROBATUM_OUT_DIR", work.resolve("out").toString());
        process.environment().put("PROBATUM_PARAMS", work.resolve("params.json").toString());

        assertThat(process.start().waitFor()).isZero();
    }

    private static String sha256(Path file) throws Exception {
        return "sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
