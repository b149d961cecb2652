package org.probatum.publication.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.probatum.shared.Digest;
import org.probatum.shared.Json;

/** Digests of what somebody hands us. */
final class Canonical {
    private Canonical() {}

    /**
     * The digest of a value in canonical form (RFC 8785). Not every JSON has one: where a number is no double, or a text has half
     * a character in it, this is empty, which is the digest of nothing.
     */
    static String digest(JsonNode value) {
        try {
            String text = Json.canonical(Json.write(value));
            return StandardCharsets.UTF_8.newEncoder().canEncode(text) ? Digest.of(text) : "";
        } catch (UncheckedIOException none) {
            return "";
        }
    }
}
