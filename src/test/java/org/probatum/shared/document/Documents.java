package org.probatum.shared.document;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.probatum.shared.Problem;

/** Documents for tests, as they would arrive. */
final class Documents {
    private static final DocumentReader READER = new DocumentReader();

    private Documents() {}

    static Document json(String text) {
        return READER.read(text.getBytes(StandardCharsets.UTF_8), Format.JSON);
    }

    static Document yaml(String text) {
        return READER.read(text.getBytes(StandardCharsets.UTF_8), Format.YAML);
    }

    static Problem refusedJson(String text) {
        return refused(text.getBytes(StandardCharsets.UTF_8), Format.JSON);
    }

    static Problem refusedYaml(String text) {
        return refused(text.getBytes(StandardCharsets.UTF_8), Format.YAML);
    }

    static Problem refused(byte[] body, Format format) {
        return Objects.requireNonNull(
                catchThrowableOfType(Problem.class, () -> READER.read(body, format)), "nothing was refused");
    }

    static String resource(String name) {
        try (InputStream resource = Documents.class.getResourceAsStream("/documents/" + name)) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
