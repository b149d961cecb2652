package org.probatum.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probatum.log.tree.Hashes;

class CosignerTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00.9Z");

    private final NoteSigner log = NoteSigner.generate("log.example");
    private final Cosigner witness = Cosigner.generate("witness.example");
    private final Checkpoint checkpoint = new Checkpoint("log.example", 0, Hashes.EMPTY);

    @Test
    void says_when_it_saw_a_checkpoint() throws Malformed {
        NoteSignature cosignature = witness.cosign(checkpoint, NOW);
        Note note = log.sign(checkpoint.text()).with(cosignature);

        Opening opening = new NoteVerifier(List.of(witness.key())).open(Note.parse(note.format()));

        assertThat(opening)
                .isEqualTo(new Opening.Opened(
                        checkpoint.text(),
                        List.of(new Opening.Signed(
                                witness.key(), cosignature, Instant.parse("2026-11-26T08:00:00Z")))));
    }

    @Test
    void its_key_is_one_for_cosignatures_and_is_read_again() throws Malformed {
        assertThat(witness.key().type()).isEqualTo(KeyType.COSIGNATURE);
        assertThat(NoteKey.parse(witness.key().text())).isEqualTo(witness.key());
        assertThat(Cosigner.parse(witness.privateKey()).key()).isEqualTo(witness.key());
        assertThat(witness.toString()).doesNotContain(witness.privateKey());
    }

    @Test
    void another_time_or_text_is_not_what_it_signed() {
        byte[] signature = witness.cosign(checkpoint, NOW).bytes();

        byte[] later = signature.clone();
        later[7]++;
        byte[] never = ByteBuffer.wrap(signature.clone()).putLong(0, -1).array();
        byte[] farOff =
                ByteBuffer.wrap(signature.clone()).putLong(0, Long.MAX_VALUE).array();
        byte[] none = new byte[64];
        System.arraycopy(signature, 8, none, 0, 64);

        assertThat(verifies(signature, checkpoint.text())).isTrue();
        assertThat(verifies(signature, new Checkpoint("log.example", 1, Hashes.EMPTY).text()))
                .isFalse();
        assertThat(verifies(signature, checkpoint.text() + "extension\n")).isFalse();
        for (byte[] wrong : List.of(later, never, farOff, none, new byte[0])) {
            assertThat(KeyType.COSIGNATURE.verifies(point(), checkpoint.text(), wrong))
                    .isFalse();
        }
    }

    /** With the same key, a log's signature is no cosignature, nor the other way round. */
    @Test
    void a_signature_of_one_type_is_none_of_the_other() throws Malformed {
        String secret = PublishedNotesTest.PETERS_SECRET;
        byte[] plain = NoteSigner.parse(secret).signature(checkpoint.text()).bytes();
        byte[] cosigned = witness.cosign(checkpoint, NOW).bytes();

        assertThat(KeyType.COSIGNATURE.verifies(point(), checkpoint.text(), plain))
                .isFalse();
        assertThat(KeyType.NOTE.verifies(point(), checkpoint.text(), cosigned)).isFalse();
    }

    @Test
    void nothing_was_seen_before_1970() {
        SecretKey secret = SecretKey.generate("early.example", KeyType.COSIGNATURE);
        byte[] early = KeyType.cosignature(secret.secret(), checkpoint.text(), -1);

        assertThat(secret.key().verifies(checkpoint.text(), NoteSignature.of(secret.key(), early)))
                .isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> witness.cosign(checkpoint, Instant.ofEpochSecond(-1)));
    }

    private boolean verifies(byte[] signature, String text) {
        return witness.key().verifies(text, NoteSignature.of(witness.key(), signature));
    }

    private byte[] point() {
        byte[] encoded = Base64.getDecoder().decode(witness.key().text().split("\\+", 3)[2]);
        return Arrays.copyOfRange(encoded, 1, encoded.length);
    }
}
