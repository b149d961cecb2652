package org.probatum.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the secrets of others that have to be said again, of webhooks and of trackers: encrypted by AES-256-GCM under {@code
 * probatum.webhooks.key} (named for those it was first drawn for), which the database never sees, each bound to its owner, so
 * that one cannot be put in another's place.
 */
@ApplicationScoped
public class Vault {
    /** What to do when there is no key. */
    public static final String HOW = "Set PROBATUM_WEBHOOKS_KEY to 32 random bytes in base64 (openssl rand -base64 32),"
            + " the same on every node, and start again.";

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final @Nullable SecretKey key;

    Vault(@ConfigProperty(name = "probatum.webhooks.key") Optional<String> key) {
        this.key = key.filter(words -> !words.isBlank()).map(Vault::key).orElse(null);
    }

    /** There is a key. */
    public boolean isOpen() {
        return key != null;
    }

    /** The secret as it is stored; the owner is such as {@code webhook 12} and has to be named again to read it. */
    public byte[] encrypt(String secret, String owner) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] hidden = run(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8), owner);
        byte[] kept = Arrays.copyOf(nonce, NONCE + hidden.length);
        System.arraycopy(hidden, 0, kept, NONCE, hidden.length);
        return kept;
    }

    /** The secret that was stored for the owner. */
    public String decrypt(byte[] kept, String owner) {
        byte[] nonce = Arrays.copyOf(kept, NONCE);
        byte[] hidden = Arrays.copyOfRange(kept, NONCE, kept.length);
        return new String(run(Cipher.DECRYPT_MODE, nonce, hidden, owner), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] input, String owner) {
        if (key == null) {
            throw Problem.conflict("secrets-off", "There is no key to keep secrets with. " + HOW);
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The secret of " + owner + " cannot be read: probatum.webhooks.key is not the key it was"
                            + " kept with.",
                    e);
        }
    }

    private static SecretKey key(String words) {
        try {
            byte[] bits = Base64.getDecoder().decode(words.strip());
            if (bits.length == 32) {
                return new SecretKeySpec(bits, "AES");
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("probatum.webhooks.key is not base64. " + HOW, e);
        }
        throw new IllegalStateException("probatum.webhooks.key is not 32 bytes long. " + HOW);
    }
}
