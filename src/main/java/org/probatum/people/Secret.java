package org.probatum.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits handed out once. What is kept is their SHA-256; so many bits need no slow hash. */
public record Secret(String words) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A fresh secret that starts with a prefix saying what it is. */
    public static Secret fresh(String prefix) {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** What the database keeps of it. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
