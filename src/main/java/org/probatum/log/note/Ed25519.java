package org.probatum.log.note;

import java.security.SecureRandom;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519.Algorithm;

/**
 * A private key of Ed25519 (RFC 8032), and what its public one verifies; keys as their raw 32 bytes: the seed of a private one, the
 * point of a public one. The platform's own signatures take five times as long, which every answer of the deploy gate would wait for.
 */
final class Ed25519 {
    /** In bytes, of seeds and of public keys. */
    static final int KEY = org.bouncycastle.math.ec.rfc8032.Ed25519.PUBLIC_KEY_SIZE;

    /** In bytes. */
    static final int SIGNATURE = org.bouncycastle.math.ec.rfc8032.Ed25519.SIGNATURE_SIZE;

    private final Ed25519PrivateKeyParameters secret;

    private Ed25519(Ed25519PrivateKeyParameters secret) {
        this.secret = secret;
    }

    static Ed25519 generate() {
        return new Ed25519(new Ed25519PrivateKeyParameters(new SecureRandom()));
    }

    static Ed25519 of(byte[] seed) {
        return new Ed25519(new Ed25519PrivateKeyParameters(seed));
    }

    byte[] seed() {
        return secret.getEncoded();
    }

    byte[] publicKey() {
        return secret.generatePublicKey().getEncoded();
    }

    byte[] sign(byte[] message) {
        byte[] signature = new byte[SIGNATURE];
        secret.sign(Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
        return signature;
    }

    /** Whether the owner of a key signed a message. */
    static boolean verifies(byte[] key, byte[] message, byte[] signature) {
        return key.length == KEY
                && signature.length == SIGNATURE
                && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(signature, 0, key, 0, message, 0, message.length);
    }

    /** Whether these bytes are a point of the curve, and so can be somebody's key. */
    static boolean isKey(byte[] key) {
        return key.length == KEY && org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyPartial(key, 0);
    }
}
