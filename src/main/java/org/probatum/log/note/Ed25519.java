package org.probatum.log.note;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) of the Java platform, with keys as their raw 32 bytes: the seed of a private one, the point of a public one. */
final class Ed25519 {
    /** In bytes, of seeds and of public keys. */
    static final int KEY = 32;

    /** In bytes. */
    static final int SIGNATURE = 64;

    private static final String NAME = "Ed25519";
    /** What stands before the 32 bytes in a SubjectPublicKeyInfo: RFC 8410, section 4. */
    private static final byte[] PUBLIC = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    static byte[] newSeed() {
        byte[] seed = new byte[KEY];
        new SecureRandom().nextBytes(seed);
        return seed;
    }

    /**
     * The public key of a seed. The platform makes a pair from 32 random bytes and has no other way to say it; so it is given
     * the seed for them, and what it made is tried.
     */
    static byte[] publicKey(byte[] seed) {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance(NAME);
            pairs.initialize(NamedParameterSpec.ED25519, new Given(seed));
            byte[] encoded = pairs.generateKeyPair().getPublic().getEncoded();
            byte[] key = Arrays.copyOfRange(encoded, encoded.length - KEY, encoded.length);
            if (verifies(key, PUBLIC, sign(seed, PUBLIC))) {
                return key;
            }
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
        throw new IllegalStateException("this Java platform does not make an Ed25519 pair from the bytes it is given");
    }

    static byte[] sign(byte[] seed, byte[] message) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(KeyFactory.getInstance(NAME)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** Whether the owner of a key signed a message. */
    static boolean verifies(byte[] key, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(NAME);
            verifier.initVerify(read(key));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (InvalidKeyException | InvalidKeySpecException | SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** Whether these bytes are a point of the curve, and so can be somebody's key. */
    static boolean isKey(byte[] key) {
        try {
            Signature.getInstance(NAME).initVerify(read(key));
            return true;
        } catch (InvalidKeyException | InvalidKeySpecException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static PublicKey read(byte[] key) throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(PUBLIC, PUBLIC.length + key.length);
        System.arraycopy(key, 0, encoded, PUBLIC.length, key.length);
        return KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("this Java platform lacks Ed25519", e);
    }

    /** No chance at all: the bytes that it was given. */
    private static final class Given extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        Given(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
