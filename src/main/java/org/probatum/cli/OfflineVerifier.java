package org.probatum.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.NoteKey;
import org.probatum.publication.bundle.BundleCheck;
import org.probatum.publication.export.ExportCheck;

/** Verifies bundles and exports by what is in this jar. */
final class OfflineVerifier implements BundleVerifier {
    @Override
    public Report verify(Path file, List<String> keys, @Nullable String checkpoint, List<String> witnesses)
            throws IOException {
        try (BufferedInputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            content.mark(2);
            boolean packed = ExportCheck.isExport(content.readNBytes(2));
            content.reset();
            return report(
                    packed
                            ? new ExportCheck(parsed(keys), checkpoint, parsed(witnesses)).lines(content)
                            : new BundleCheck(parsed(keys), checkpoint, parsed(witnesses))
                                    .lines(content.readNBytes(BundleCheck.LARGEST + 1)));
        }
    }

    private static Report report(List<org.probatum.publication.bundle.Line> lines) {
        return new Report(lines.stream()
                .map(line -> new Line(line.what(), line.holds(), line.because()))
                .toList());
    }

    private static List<NoteKey> parsed(List<String> keys) {
        List<NoteKey> parsed = new ArrayList<>();
        for (String key : keys) {
            try {
                parsed.add(NoteKey.parse(key));
            } catch (Malformed fault) {
                throw new IllegalArgumentException("keys are looked at before", fault);
            }
        }
        return parsed;
    }
}
