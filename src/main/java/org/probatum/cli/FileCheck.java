package org.probatum.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Problem;
import org.probatum.shared.Violation;
import org.probatum.shared.document.Document;
import org.probatum.shared.document.DocumentReader;
import org.probatum.shared.document.Format;
import org.probatum.shared.document.SchemaCheck;

/** Reads and checks decision files as the service does when they are filed: by its reader, against its schema. */
final class FileCheck {
    private final DocumentReader reader = new DocumentReader();
    private @Nullable SchemaCheck schema;

    CheckedFile of(Path path) {
        Format format = path.toString().toLowerCase(Locale.ROOT).endsWith(".json") ? Format.JSON : Format.YAML;
        byte[] bytes = read(path);
        try {
            Document document = reader.read(bytes, format);
            return new CheckedFile(path, format, bytes, document, schema().check(document));
        } catch (Problem unreadable) {
            List<Violation> findings = unreadable.violations().isEmpty()
                    ? List.of(Violation.at("", unreadable.detail(), "a shorter document"))
                    : unreadable.violations();
            return new CheckedFile(path, format, bytes, null, findings);
        }
    }

    private SchemaCheck schema() {
        if (schema == null) {
            schema = SchemaCheck.ofResource("schemas/decision-1.json");
        }
        return schema;
    }

    private static byte[] read(Path path) {
        try (InputStream file = Files.newInputStream(path)) {
            // No more of it than the reader needs to refuse it.
            return file.readNBytes(DocumentReader.MAX_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw Failure.of(Exit.MISSING, "There is no file " + path, "name a decision file, YAML or JSON");
        } catch (IOException e) {
            throw Failure.of(
                    Exit.MISSING, "The file " + path + " cannot be read", "name a decision file that you may read");
        }
    }
}
