package org.probatum.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, written {@code sha256:<64 hex digits>} wherever people or programs read it. */
public final class Digest {
    private Digest() {}

    /** The digest of a text's UTF-8 bytes. */
    public static String of(String text) {
        return "sha256:" + HexFormat.of().formatHex(bytes(text));
    }

    /** The digest of bytes as they are. */
    public static String of(byte[] content) {
        return "sha256:" + HexFormat.of().formatHex(bytes(content));
    }

    /** The 32 raw bytes of the digest of a text. */
    public static byte[] bytes(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The 32 raw bytes of the digest of bytes as they are. */
    public static byte[] bytes(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
