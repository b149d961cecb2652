package org.probatum.log.note;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.probatum.shared.Digest;

/**
 * The public key of somebody who signs notes, written {@code name+id+base64} (a "vkey", C2SP signed-note). Its id is made of its
 * name, its type and itself. A value.
 */
public final class NoteKey {
    private final String name;
    private final KeyType type;
    private final byte[] point;
    private final String id;

    private NoteKey(String name, KeyType type, byte[] point) {
        this.name = name;
        this.type = type;
        this.point = point;
        this.id = id(name, type, point);
    }

    static NoteKey of(String name, KeyType type, Ed25519 secret) {
        return new NoteKey(name, type, secret.publicKey());
    }

    /** Reads a key of a type that is known here; its id has to be its own. */
    public static NoteKey parse(String text) throws Malformed {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new Malformed("a key must be a name, an id and base64, with plus signs between them");
        }
        byte[] encoded = Strict.base64(parts[2], "a key");
        KeyType type = KeyType.of(encoded);
        byte[] point = Arrays.copyOfRange(encoded, 1, encoded.length);
        if (!Ed25519.isKey(point)) {
            throw new Malformed("a key must be a point of the curve");
        }
        NoteKey key = new NoteKey(Strict.name(parts[0]), type, point);
        if (!key.id.equals(parts[1])) {
            throw new Malformed("the id of this key must be " + key.id);
        }
        return key;
    }

    public String name() {
        return name;
    }

    public KeyType type() {
        return type;
    }

    /** Its id, as 8 digits of base 16. */
    public String id() {
        return id;
    }

    /** As it is configured and published. */
    public String text() {
        return name + "+" + id + "+" + type.encode(point);
    }

    /** A signature says that it is by this key: anybody can say so. */
    public boolean isNamedBy(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId().equals(id);
    }

    /** The owner of this key signed the text. */
    public boolean verifies(String text, NoteSignature signature) {
        return isNamedBy(signature) && type.verifies(point, text, signature.bytes());
    }

    /** When the owner of this key says to have signed; empty unless this key cosigns. */
    Optional<Instant> time(NoteSignature signature) {
        return type.time(signature.bytes());
    }

    private static String id(String name, KeyType type, byte[] point) {
        ByteArrayOutputStream named = new ByteArrayOutputStream();
        named.writeBytes((name + "\n").getBytes(StandardCharsets.UTF_8));
        named.write(type.number());
        named.writeBytes(point);
        String digest = Digest.of(named.toByteArray());
        return digest.substring(digest.indexOf(':') + 1).substring(0, 8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey key && text().equals(key.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
