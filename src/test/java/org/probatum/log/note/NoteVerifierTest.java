package org.probatum.log.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteVerifierTest {
    private static final String TEXT = "text\n";

    private final NoteSigner log = NoteSigner.generate("log");
    private final NoteSigner other = NoteSigner.generate("other");
    private final NoteVerifier verifier = new NoteVerifier(List.of(log.key(), other.key(), log.key()));

    @Test
    void says_which_keys_signed_each_once() {
        Note note = log.sign(TEXT).with(other.signature(TEXT)).with(log.signature(TEXT));

        assertThat(verifier.open(note))
                .isEqualTo(new Opening.Opened(
                        TEXT,
                        List.of(
                                new Opening.Signed(log.key(), log.signature(TEXT), null),
                                new Opening.Signed(other.key(), other.signature(TEXT), null))));
    }

    @Test
    void one_wrong_signature_of_a_trusted_key_condemns_the_note() {
        Note note = log.sign(TEXT).with(other.signature("another text\n"));

        assertThat(verifier.open(note))
                .isEqualTo(new Opening.Refused(
                        "the signature of other+" + other.key().id() + " is not of this text"));
        assertThat(new NoteVerifier(List.of(log.key())).open(note)).isInstanceOf(Opening.Opened.class);
    }

    @Test
    void a_name_or_an_id_alone_is_not_a_key() {
        Opening stranger = new Opening.Refused("no key that is trusted signed it");
        NoteSigner namesake = NoteSigner.generate("log");
        byte[] signature = log.signature(TEXT).bytes();
        NoteSignature renamed = new NoteSignature(
                "nobody", NoteSignature.of(log.key(), signature).encoded());

        assertThat(verifier.open(namesake.sign(TEXT))).isEqualTo(stranger);
        assertThat(verifier.open(namesake.sign(TEXT).with(log.signature(TEXT)))).isInstanceOf(Opening.Opened.class);
        assertThat(verifier.open(new Note(TEXT, List.of(renamed)))).isEqualTo(stranger);
    }

    @Test
    void nothing_is_believed_without_keys() {
        assertThat(new NoteVerifier(new ArrayList<>()).open(log.sign(TEXT))).isInstanceOf(Opening.Refused.class);
    }
}
