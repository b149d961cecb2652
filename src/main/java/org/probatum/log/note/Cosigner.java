package org.probatum.log.note;

import java.time.Instant;

/**
 * Cosigns checkpoints (C2SP tlog-cosignature, {@code cosignature/v1}): what a witness does once it has seen that one extends all
 * those before. Holds a private key, which appears in no message and no {@code toString}.
 */
public final class Cosigner {
    private final SecretKey secret;

    private Cosigner(SecretKey secret) {
        this.secret = secret;
    }

    /** A witness with a new key. */
    public static Cosigner generate(String name) {
        return new Cosigner(SecretKey.generate(name, KeyType.COSIGNATURE));
    }

    /** The witness with this private key, written {@code PRIVATE+KEY+name+id+base64}. */
    public static Cosigner parse(String privateKey) throws Malformed {
        return new Cosigner(SecretKey.parse(privateKey, KeyType.COSIGNATURE));
    }

    /** The public key. */
    public NoteKey key() {
        return secret.key();
    }

    /** The private key, to be kept by whoever runs the witness. */
    public String privateKey() {
        return secret.text();
    }

    /**
     * The signature of a checkpoint.
     *
     * @param at whole seconds are kept; not before 1970
     */
    public NoteSignature cosign(Checkpoint checkpoint, Instant at) {
        if (at.getEpochSecond() < 0) {
            throw new IllegalArgumentException("nothing was cosigned before 1970");
        }
        return NoteSignature.of(
                secret.key(), KeyType.cosignature(secret.secret(), checkpoint.text(), at.getEpochSecond()));
    }
}
