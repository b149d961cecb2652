package org.probatum.log.note;

import java.util.List;

/** Signs notes: what a log is to itself. Holds a private key, which appears in no message and no {@code toString}. */
public final class NoteSigner {
    private final SecretKey secret;

    private NoteSigner(SecretKey secret) {
        this.secret = secret;
    }

    /**
     * A signer with a new key.
     *
     * @param name for a log, the origin of its checkpoints; without white space and plus signs
     */
    public static NoteSigner generate(String name) {
        return new NoteSigner(SecretKey.generate(name, KeyType.NOTE));
    }

    /** The signer with this private key, written {@code PRIVATE+KEY+name+id+base64}, as by golang.org/x/mod/sumdb/note. */
    public static NoteSigner parse(String privateKey) throws Malformed {
        return new NoteSigner(SecretKey.parse(privateKey, KeyType.NOTE));
    }

    /** The public key. */
    public NoteKey key() {
        return secret.key();
    }

    /** The private key, to be kept by whoever runs the log. */
    public String privateKey() {
        return secret.text();
    }

    /** The note of this text with this one signature. */
    public Note sign(String text) {
        return new Note(text, List.of(signature(text)));
    }

    /** The signature of a text; Ed25519 gives the same each time. */
    public NoteSignature signature(String text) {
        return NoteSignature.of(secret.key(), KeyType.note(secret.secret(), text));
    }
}
