package org.probatum.log.note;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens notes with the keys that somebody trusts (C2SP signed-note). Signatures by other keys are passed over, so that a log can
 * change its key and gain witnesses; a wrong one by a trusted key condemns the note.
 */
public final class NoteVerifier {
    private final List<NoteKey> keys;

    /**
     * @throws IllegalArgumentException when two keys have one name and one id, so that a signature does not say by which it is
     */
    public NoteVerifier(Collection<NoteKey> keys) {
        this.keys = keys.stream().distinct().toList();
        long names = this.keys.stream()
                .map(key -> key.name() + "+" + key.id())
                .distinct()
                .count();
        if (names < this.keys.size()) {
            throw new IllegalArgumentException("two keys have one name and one id");
        }
    }

    /** Looks at every signature. */
    public Opening open(Note note) {
        Map<NoteKey, Opening.Signed> by = new LinkedHashMap<>();
        for (NoteSignature signature : note.signatures()) {
            Optional<NoteKey> named =
                    keys.stream().filter(key -> key.isNamedBy(signature)).findFirst();
            if (named.isEmpty()) {
                continue;
            }
            NoteKey key = named.get();
            if (!key.verifies(note.text(), signature)) {
                return new Opening.Refused("the signature of " + key.name() + "+" + key.id() + " is not of this text");
            }
            by.putIfAbsent(
                    key, new Opening.Signed(key, signature, key.time(signature).orElse(null)));
        }
        return by.isEmpty()
                ? new Opening.Refused("no key that is trusted signed it")
                : new Opening.Opened(note.text(), List.copyOf(by.values()));
    }
}
