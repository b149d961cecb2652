package org.probatum.evidence.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probatum.decision.material.Direction;
import org.probatum.shared.Violation;
import org.probatum.shared.document.Document;
import org.probatum.shared.document.DocumentReader;
import org.probatum.shared.document.Format;
import org.probatum.shared.document.SchemaCheck;

class ManifestTest {
    private static final SchemaCheck RUN = SchemaCheck.ofResource("schemas/run-1.json");
    private final ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());

    @Test
    void binds_everything_the_schema_knows() throws Exception {
        Document document = read(resource());

        Manifest manifest = mapper.treeToValue(document.tree(), Manifest.class);

        assertThat(RUN.check(document)).isEmpty();
        assertThat(manifest).hasNoNullFieldsOrProperties();
        assertThat(manifest.code().dirty()).isTrue();
        assertThat(manifest.invocation().ended()).isEqualTo(Instant.parse("2026-11-20T10:31:02.5Z"));
        assertThat(manifest.invocation().parameters()).containsOnlyKeys("max depth", "eta", "booster", "early");
        assertThat(manifest.randomness().seeds()).isEqualTo(Map.of("numpy", 7L, "python", 7L));
        assertThat(manifest.metrics().get(0).value()).isEqualTo(new BigDecimal("0.7931"));
        assertThat(manifest.metrics().get(0).direction()).isEqualTo(Direction.HIGHER);
        assertThat(manifest.data().get(0).rows()).isEqualTo(812044);
        assertThat(manifest.provenance().observed()).containsExactly("/code", "/data/0/sha256");
    }

    @Test
    void keeps_parameters_in_the_order_of_the_file() throws Exception {
        Manifest manifest = mapper.treeToValue(read(resource()).tree(), Manifest.class);

        assertThat(List.copyOf(manifest.invocation().parameters().keySet()))
                .containsExactly("max depth", "eta", "booster", "early");
    }

    @Test
    void needs_only_a_name() throws Exception {
        Document document = read("{\"name\": \"run-7\"}");

        Manifest manifest = mapper.treeToValue(document.tree(), Manifest.class);

        assertThat(RUN.check(document)).isEmpty();
        assertThat(manifest.data()).isEmpty();
        assertThat(manifest.metrics()).isEmpty();
        assertThat(manifest.code()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "code | {\"commit\": \"91aa\"} | /commit",
                "code | {\"diffDigest\": \"0000\"} | /diffDigest",
                "invocation | {\"parameters\": {\"a\": [1]}} | /parameters/a",
                "invocation | {\"environment\": {\"a\": 1}} | /environment/a",
                "invocation | {\"parameters\": {\" \": 1}} | /parameters",
                "invocation | {\"started\": \"2026-11-20 09:30\"} | /started",
                "randomness | {\"seeds\": {\"numpy\": 1.5}} | /seeds/numpy",
                "randomness | {\"seeds\": {\"numpy\": 9223372036854775808}} | /seeds/numpy",
                "dataset | {\"name\": \"a\", \"rows\": -1} | /rows",
                "metric | {\"value\": 1} | /name",
                "metric | {\"name\": \"auc\", \"unit\": 1} | /unit",
                "provenance | {\"observed\": [\"code\"]} | /observed/0",
            })
    void refuses_what_a_rerun_could_not_use(String part, String text, String pointer) {
        assertThat(RUN.check(read(text), part))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.pointer()).startsWith(pointer);
                    assertThat(violation.right()).isNotBlank();
                })
                .extracting(Violation::line)
                .isEqualTo(1);
    }

    private static Document read(String text) {
        return new DocumentReader().read(text.getBytes(StandardCharsets.UTF_8), Format.JSON);
    }

    private static String resource() throws Exception {
        try (InputStream resource = ManifestTest.class.getResourceAsStream("/documents/run.json")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
