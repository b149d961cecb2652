package org.probatum.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.probatum.log.note.PublishedNotesTest.EXAMPLE;
import static org.probatum.log.note.PublishedNotesTest.PETER;
import static org.probatum.log.note.PublishedNotesTest.PETERS_SECRET;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteKeyTest {
    /** The last two are of transparency-dev/formats, note/note_cosigv1_test.go. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                PETER,
                EXAMPLE,
                "TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6",
                "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2"
            })
    void is_written_as_it_was_read(String text) throws Malformed {
        assertThat(NoteKey.parse(text)).hasToString(text).isEqualTo(NoteKey.parse(text));
    }

    /** As golang.org/x/mod/sumdb/note tries it: every part of a key, and a key with any one character changed. */
    @Test
    void nothing_but_the_whole_key_is_a_key() {
        for (int start = 0; start < PETER.length(); start++) {
            for (int end = start + 1; end <= PETER.length(); end++) {
                if (end - start < PETER.length()) {
                    String part = PETER.substring(start, end);
                    assertMalformed(() -> NoteKey.parse(part));
                }
            }
            String changed = PETER.substring(0, start) + (char) (PETER.charAt(start) + 1) + PETER.substring(start + 1);
            assertMalformed(() -> NoteKey.parse(changed));
        }
    }

    @Test
    void nothing_but_the_whole_private_key_is_a_private_key() {
        for (int end = 0; end < PETERS_SECRET.length(); end++) {
            String part = PETERS_SECRET.substring(0, end);
            String changed = part + (char) (PETERS_SECRET.charAt(end) + 1) + PETERS_SECRET.substring(end + 1);
            assertMalformed(() -> NoteSigner.parse(part));
            assertMalformed(() -> NoteSigner.parse(changed));
        }
        assertMalformed(() -> NoteSigner.parse(PETER));
        assertMalformed(() -> Cosigner.parse(PETERS_SECRET));
    }

    /**
     * The first two are of golang.org/x/mod/sumdb/note: a key too long and an algorithm unknown, each with its right id. So has
     * the last, which is no point of the curve.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
                "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW=",
                "PeterNeumann+c74f20a3+",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "log+aa50e8df+AQIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void a_key_has_one_form(String text) {
        assertMalformed(() -> NoteKey.parse(text));
    }

    @Test
    void a_new_key_signs_and_is_read_again() throws Malformed {
        NoteSigner signer = NoteSigner.generate("probatum.example/log");

        NoteSigner again = NoteSigner.parse(signer.privateKey());

        assertThat(again.key()).isEqualTo(signer.key()).hasSameHashCodeAs(signer.key());
        assertThat(NoteKey.parse(signer.key().text())).isEqualTo(signer.key());
        assertThat(signer.key().verifies("text\n", again.signature("text\n"))).isTrue();
        assertThat(signer.key().verifies("test\n", again.signature("text\n"))).isFalse();
        assertThat(signer.key())
                .isNotEqualTo(NoteSigner.generate("probatum.example/log").key());
    }

    @Test
    void a_flipped_bit_in_a_signature_is_seen() {
        NoteSigner signer = NoteSigner.generate("log");
        byte[] signature = signer.signature("text\n").bytes();
        for (int bit = 0; bit < signature.length * 8; bit++) {
            byte[] flipped = signature.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(signer.key().verifies("text\n", NoteSignature.of(signer.key(), flipped)))
                    .isFalse();
        }
    }

    @Test
    void nobody_has_a_name_that_would_part_a_key_or_a_line() {
        for (String name : List.of("", "a b", "a+b", "a\nb", "a\u00a0b", "a\u0000b")) {
            assertThatIllegalArgumentException().isThrownBy(() -> NoteSigner.generate(name));
            assertThatIllegalArgumentException().isThrownBy(() -> Cosigner.generate(name));
        }
    }

    @Test
    void a_private_key_is_not_told_by_accident() {
        NoteSigner signer = NoteSigner.generate("log");
        String secret = signer.privateKey().substring(signer.privateKey().lastIndexOf('+') + 1);

        assertThat(signer.toString()).doesNotContain(secret);
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> NoteSigner.parse(signer.privateKey().replace("+log+", "+other+")))
                .withMessageNotContaining(secret);
    }

    private static void assertMalformed(ThrowingCallable parse) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(parse);
    }
}
