package org.probatum.log.note;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of opening a note with keys that are trusted. */
public sealed interface Opening {
    /**
     * Signed by one trusted key at least, and by none wrongly.
     *
     * @param by each key once, in the order of the signatures
     */
    record Opened(String text, List<Signed> by) implements Opening {
        public Opened {
            by = List.copyOf(by);
        }

        /** This key signed it. */
        public boolean isSignedBy(NoteKey key) {
            return by.stream().anyMatch(signed -> signed.key().equals(key));
        }
    }

    /**
     * Not to be believed.
     *
     * @param why as a clause
     */
    record Refused(String why) implements Opening {}

    /**
     * A signature that was verified.
     *
     * @param at when, by the clock of whoever cosigned; null for what has no time
     */
    record Signed(
            NoteKey key, NoteSignature signature, @Nullable Instant at) {}
}
