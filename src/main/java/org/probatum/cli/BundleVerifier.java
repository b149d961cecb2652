package org.probatum.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proves a bundle from nothing but itself and the keys that its reader trusts: no service, no network. */
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
     * Verifies a bundle.
     *
     * @param bundle the file as it was fetched
     * @param keys the log's keys that are trusted, as {@code name+id+base64}; at least one
     * @param checkpoint a checkpoint that the reader has seen before, a signed note; the bundle's must not contradict it
     * @param witnesses the keys of witnesses who must have cosigned
     */
    Report verify(byte[] bundle, List<String> keys, @Nullable String checkpoint, List<String> witnesses);
}
