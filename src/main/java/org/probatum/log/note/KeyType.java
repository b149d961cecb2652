package org.probatum.log.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** What an Ed25519 key signs, and so how its signatures are laid out. */
public enum KeyType {
    /** The text of a note, whatever it says (C2SP signed-note). */
    NOTE(0x01),
    /** That a checkpoint was seen and extends all seen before, and when (C2SP tlog-cosignature, {@code cosignature/v1}). */
    COSIGNATURE(0x04);

    private final byte number;

    KeyType(int number) {
        this.number = (byte) number;
    }

    /** The byte that stands for it in a key. */
    byte number() {
        return number;
    }

    /** The type of a key, private or public, in front of which it stands. */
    static KeyType of(byte[] encoded) throws Malformed {
        return Arrays.stream(values())
                .filter(type -> encoded.length == 1 + Ed25519.KEY && encoded[0] == type.number)
                .findFirst()
                .orElseThrow(() -> new Malformed("a key must be of Ed25519, for notes (1) or for cosignatures (4)"));
    }

    /** A key with its type in front. */
    String encode(byte[] key) {
        byte[] encoded = new byte[1 + key.length];
        encoded[0] = number;
        System.arraycopy(key, 0, encoded, 1, key.length);
        return Base64.getEncoder().encodeToString(encoded);
    }

    /** Whether a key signed a text so. */
    boolean verifies(byte[] key, String text, byte[] signature) {
        if (this == NOTE) {
            return Ed25519.verifies(key, bytes(text), signature);
        }
        return time(signature)
                .filter(time -> Ed25519.verifies(
                        key,
                        cosigned(text, time.getEpochSecond()),
                        Arrays.copyOfRange(signature, Long.BYTES, signature.length)))
                .isPresent();
    }

    /** When it was signed, by the signer's clock; empty for what has no time. */
    Optional<Instant> time(byte[] signature) {
        if (this == NOTE || signature.length != Long.BYTES + Ed25519.SIGNATURE) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(signature).getLong();
        return seconds < 0 || seconds > Instant.MAX.getEpochSecond()
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(seconds));
    }

    static byte[] note(Ed25519 key, String text) {
        return key.sign(bytes(text));
    }

    static byte[] cosignature(Ed25519 key, String text, long seconds) {
        return ByteBuffer.allocate(Long.BYTES + Ed25519.SIGNATURE)
                .putLong(seconds)
                .put(key.sign(cosigned(text, seconds)))
                .array();
    }

    private static byte[] cosigned(String text, long seconds) {
        return bytes("cosignature/v1\ntime " + seconds + "\n" + text);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
