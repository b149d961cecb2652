package org.probatum.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.shared.Violation;
import org.probatum.shared.document.Document;
import org.probatum.shared.document.Format;
import org.probatum.shared.document.Position;

/** A decision file and what is wrong with it; its document is missing when it cannot be read at all. */
final class CheckedFile {
    private final Path path;
    private final Format format;
    private final byte[] bytes;
    private final @Nullable Document document;
    private final List<Violation> findings;

    CheckedFile(Path path, Format format, byte[] bytes, @Nullable Document document, List<Violation> findings) {
        this.path = path;
        this.format = format;
        this.bytes = bytes;
        this.document = document;
        this.findings = findings;
    }

    Path path() {
        return path;
    }

    byte[] bytes() {
        return bytes;
    }

    /** What is wrong, in the order of the document; empty when nothing is. */
    List<Violation> findings() {
        return findings;
    }

    String mediaType() {
        return format == Format.JSON ? "application/json" : "application/yaml";
    }

    /** One thing wrong, in the form that editors and build logs make links of. */
    String line(Violation violation) {
        String place = violation.line() == null ? "" : ":" + violation.line() + ":" + violation.column();
        String pointer = place.isEmpty() && !violation.pointer().isEmpty() ? violation.pointer() + ": " : "";
        return path + place + ": " + pointer + Answer.words(violation);
    }

    /** The same, with its place in this file when only its pointer was known. */
    Violation placed(Violation violation) {
        Optional<Position> place =
                violation.line() != null || document == null ? Optional.empty() : document.valueAt(violation.pointer());
        return place.map(at -> new Violation(
                        violation.pointer(), violation.wrong(), violation.right(), at.line(), at.column()))
                .orElse(violation);
    }
}
