package org.probatum.log.note;

import java.util.Arrays;

/** A private key and the public one that belongs to it. Its text is a secret, which it tells to nobody who does not ask for it. */
final class SecretKey {
    private static final String PREFIX = "PRIVATE+KEY+";

    private final Ed25519 secret;
    private final NoteKey key;

    private SecretKey(String name, KeyType type, Ed25519 secret) {
        this.secret = secret;
        this.key = NoteKey.of(name, type, secret);
    }

    static SecretKey generate(String name, KeyType type) {
        if (!Strict.isName(name)) {
            throw new IllegalArgumentException("no signer may be called \"" + name + "\"");
        }
        return new SecretKey(name, type, Ed25519.generate());
    }

    /** Reads {@code PRIVATE+KEY+name+id+base64}; what is wrong with it is said without repeating any of it. */
    static SecretKey parse(String text, KeyType type) throws Malformed {
        String[] parts =
                text.startsWith(PREFIX) ? text.substring(PREFIX.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3) {
            throw new Malformed(
                    "a private key must be PRIVATE+KEY+, a name, an id and base64, with plus signs between");
        }
        byte[] encoded = Strict.base64(parts[2], "a private key");
        if (KeyType.of(encoded) != type) {
            throw new Malformed("this private key signs something else");
        }
        SecretKey secret =
                new SecretKey(Strict.name(parts[0]), type, Ed25519.of(Arrays.copyOfRange(encoded, 1, encoded.length)));
        if (!secret.key.id().equals(parts[1])) {
            throw new Malformed("the id of this private key must be " + secret.key.id());
        }
        return secret;
    }

    Ed25519 secret() {
        return secret;
    }

    NoteKey key() {
        return key;
    }

    String text() {
        return PREFIX + key.name() + "+" + key.id() + "+" + key.type().encode(secret.seed());
    }
}
