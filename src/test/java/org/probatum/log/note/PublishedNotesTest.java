package org.probatum.log.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.log.Vectors;

/** Notes that others signed. */
class PublishedNotesTest {
    static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    static final String ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    static final String PETERS_SECRET =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    static final String EXAMPLE = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    @ParameterizedTest
    @ValueSource(strings = {"go.note", "example.note", "quasimodo.note", "behind-the-sofa.note", "arche.note"})
    void is_written_as_it_was_read(String file) throws Malformed {
        assertThat(Note.parse(Vectors.text(file)).format()).isEqualTo(Vectors.text(file));
    }

    @Test
    void a_text_may_have_blank_lines() throws Malformed {
        Note note = Note.parse(Vectors.text("quasimodo.note"));

        assertThat(note.text()).endsWith(":\n\ned è subito sera.\n");
        assertThat(note.signatures()).singleElement().satisfies(signature -> {
            assertThat(signature.name()).isEqualTo("quasimodo.example/salvatore");
            assertThat(signature.keyId()).isEqualTo("367ba04b");
            assertThat(signature.bytes()).hasSize(64);
        });
    }

    @Test
    void the_example_of_the_standard_is_signed_by_its_key() throws Malformed {
        Note note = Note.parse(Vectors.text("example.note"));
        NoteKey key = NoteKey.parse(EXAMPLE);

        assertThat(new NoteVerifier(List.of(key)).open(note)).isInstanceOfSatisfying(Opening.Opened.class, opened -> {
            assertThat(opened.text()).isEqualTo("This is an example message.\n");
            assertThat(opened.isSignedBy(key)).isTrue();
        });
    }

    @Test
    void peter_signs_as_he_does_in_go() throws Malformed {
        Note go = Note.parse(Vectors.text("go.note"));

        NoteSigner peter = NoteSigner.parse(PETERS_SECRET);

        assertThat(peter.key().text()).isEqualTo(PETER);
        assertThat(peter.privateKey()).isEqualTo(PETERS_SECRET);
        assertThat(peter.sign(go.text()).signatures())
                .containsExactly(go.signatures().get(0));
    }

    @Test
    void a_signature_by_an_unknown_key_is_passed_over() throws Malformed {
        Note go = Note.parse(Vectors.text("go.note"));
        NoteKey peter = NoteKey.parse(PETER);
        NoteKey enoch = NoteKey.parse(ENOCH);

        assertThat(keys(new NoteVerifier(List.of(peter, enoch)).open(go))).containsExactly(peter, enoch);
        assertThat(keys(new NoteVerifier(List.of(enoch)).open(go))).containsExactly(enoch);
        assertThat(new NoteVerifier(List.of(NoteKey.parse(EXAMPLE))).open(go))
                .isEqualTo(new Opening.Refused("no key that is trusted signed it"));
    }

    /** A log of Certificate Transparency signs with Ed25519 besides what its own standard asks; four witnesses cosigned. */
    @Test
    void a_real_checkpoint_is_signed_by_its_log_and_cosigned_by_its_witnesses() throws Malformed {
        Note note = Note.parse(Vectors.text("arche.note"));
        List<NoteKey> keys = new ArrayList<>();
        for (String key : Vectors.text("arche.keys").lines().toList()) {
            keys.add(NoteKey.parse(key));
        }

        Opening opening = new NoteVerifier(keys).open(note);

        assertThat(keys(opening)).containsExactlyElementsOf(keys);
        assertThat(((Opening.Opened) opening).by())
                .extracting(Opening.Signed::at)
                .containsExactly(null, time(), time(), time(), time());
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        assertThat(checkpoint.size()).isEqualTo(1_432_088_532);
        assertThat(checkpoint.text()).isEqualTo(note.text());
        for (NoteKey key : keys) {
            Note larger = new Note(note.text().replace("1432088532", "1432088533"), note.signatures());
            assertThat(new NoteVerifier(List.of(key)).open(larger))
                    .isEqualTo(new Opening.Refused(
                            "the signature of " + key.name() + "+" + key.id() + " is not of this text"));
        }
    }

    /** The example's keys are not published; its form and its time are. */
    @Test
    void the_cosignature_of_the_standard_has_its_time() throws Malformed {
        NoteSignature cosignature =
                Note.parse(Vectors.text("behind-the-sofa.note")).signatures().get(1);

        assertThat(KeyType.COSIGNATURE.time(cosignature.bytes())).contains(Instant.ofEpochSecond(1_679_315_147));
        assertThat(KeyType.NOTE.time(cosignature.bytes())).isEmpty();
    }

    private static List<NoteKey> keys(Opening opening) {
        return ((Opening.Opened) opening).by().stream().map(Opening.Signed::key).toList();
    }

    private static Instant time() {
        return Instant.parse("2026-05-23T21:50:24Z");
    }
}
