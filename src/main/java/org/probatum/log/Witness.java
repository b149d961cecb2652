package org.probatum.log;

import java.net.URI;
import org.probatum.log.note.KeyType;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.NoteKey;

/**
 * Somebody outside who cosigns checkpoints once each is shown to extend the one before (C2SP tlog-witness).
 *
 * @param address where {@code add-checkpoint} is under
 */
record Witness(URI address, NoteKey key) {
    /** Reads an address and a key with white space between: {@code https://witness.example.org witness.example.org+1a2b3c4d+B…}. */
    static Witness parse(String text) throws Malformed {
        String[] parts = text.strip().split("\\s+");
        if (parts.length != 2) {
            throw new Malformed("a witness must be an address and a key, with a space between");
        }
        NoteKey key = NoteKey.parse(parts[1]);
        if (key.type() != KeyType.COSIGNATURE) {
            throw new Malformed("the key of a witness must be one for cosignatures (4)");
        }
        return new Witness(address(parts[0]), key);
    }

    /** Where checkpoints are sent. */
    URI adding() {
        return URI.create(address.toString().replaceAll("/+$", "") + "/add-checkpoint");
    }

    private static URI address(String text) throws Malformed {
        try {
            URI address = URI.create(text);
            String scheme = String.valueOf(address.getScheme());
            if (address.getHost() != null && address.getQuery() == null && scheme.matches("https?")) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Said below with the rest.
        }
        throw new Malformed("the address of a witness must be like https://witness.example.org");
    }
}
