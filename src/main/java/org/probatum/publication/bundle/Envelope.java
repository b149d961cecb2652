package org.probatum.publication.bundle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.probatum.log.note.NoteKey;
import org.probatum.log.note.NoteSignature;
import org.probatum.log.note.NoteSigner;

/**
 * A signed document (DSSE v1): the payload in base64, and signatures over its type and its bytes, so that neither is taken for
 * another. See https://github.com/secure-systems-lab/dsse.
 */
public record Envelope(String payloadType, String payload, List<Signature> signatures) {
    /** An Ed25519 signature in base64, and the id of the key in the log's own notation. */
    public record Signature(String keyid, String sig) {}

    /** Signs a text with the key of the log. No checkpoint can be read as one of these: its first line has no space in it. */
    public static Envelope sign(NoteSigner signer, String payloadType, String text) {
        byte[] signature = signer.signature(encoded(payloadType, text)).bytes();
        return new Envelope(
                payloadType,
                Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)),
                List.of(new Signature(signer.key().id(), Base64.getEncoder().encodeToString(signature))));
    }

    /** What is signed: DSSE's pre-authentication encoding. */
    static String encoded(String payloadType, String text) {
        return "DSSEv1 " + payloadType.getBytes(StandardCharsets.UTF_8).length + " " + payloadType + " "
                + text.getBytes(StandardCharsets.UTF_8).length + " " + text;
    }

    /** None of its parts is absent; what was read from a file may lack any, whatever the types say. */
    @JsonIgnore
    public boolean isWhole() {
        return Stream.of(payloadType, payload, signatures).allMatch(Objects::nonNull)
                && signatures.stream()
                        .allMatch(one ->
                                one != null && Stream.of(one.keyid(), one.sig()).allMatch(Objects::nonNull));
    }

    /** The payload as it was signed; not base64 is a fault of whoever wrote the envelope. */
    String text() {
        return new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8);
    }

    /** What is to be said of signatures by others than these, which nobody looked at. */
    String others(List<NoteKey> keys) {
        long others = signatures.stream()
                .filter(one -> keys.stream().noneMatch(key -> key.id().equals(one.keyid())))
                .count();
        return others == 0 ? "" : "; signatures by keys that you did not name, not looked at: " + others;
    }

    /** One of its signatures is by this key, over this type and these bytes. */
    boolean isSignedBy(NoteKey key) {
        String signed = encoded(payloadType, text());
        return signatures.stream()
                .filter(one -> one.keyid().equals(key.id()))
                .anyMatch(one -> key.verifies(
                        signed, NoteSignature.of(key, Base64.getDecoder().decode(one.sig()))));
    }
}
