package org.probatum.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proves a bundle or an export from nothing but itself and the keys that its reader trusts: no service, no network. */
public interface BundleVerifier {
    /** What was looked at, each thing with what came of it, in order. */
    record Report(List<Line> lines) {
        /** Something was looked at, and all of it holds. */
        public boolean holds() {
            return !lines.isEmpty() && lines.stream().allMatch(Line::holds);
        }
    }

    /** One thing looked at. */
    record Line(String what, boolean holds, String because) {}

    /**
     * Verifies a bundle or an export, whichever the file is.
     *
     * @param file as it was fetched
     * @param keys the log's keys that are trusted, as {@code name+id+base64}; at least one
     * @param checkpoint a checkpoint that the reader has seen before, a signed note; the file's must not contradict it
     * @param witnesses the keys of witnesses who must have cosigned
     * @throws IOException when the file cannot be read at all
     */
    Report verify(Path file, List<String> keys, @Nullable String checkpoint, List<String> witnesses) throws IOException;
}
