package org.probatum.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.NoteKey;
import org.probatum.publication.bundle.BundleCheck;

/** Verifies bundles by what is in this jar. */
final class OfflineVerifier implements BundleVerifier {
    @Override
    public Report verify(byte[] bundle, List<String> keys, @Nullable String checkpoint, List<String> witnesses) {
        return new Report(new BundleCheck(parsed(keys), checkpoint, parsed(witnesses))
                .lines(bundle).stream()
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
