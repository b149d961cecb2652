package org.probatum.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.log.FakeWitness;
import org.probatum.log.Vectors;
import org.probatum.log.tree.ConsistencyProof;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.Hashes;
import org.probatum.log.tree.ProofOutcome;

class WitnessRequestTest {
    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final String REQUEST = Vectors.text("add-checkpoint-1-5.txt");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add-checkpoint.txt",
                "add-checkpoint-0-1.txt",
                "add-checkpoint-1-3.txt",
                "add-checkpoint-1-5.txt"
            })
    void is_written_as_it_was_read(String file) throws Malformed {
        assertThat(WitnessRequest.parse(Vectors.text(file)).body()).isEqualTo(Vectors.text(file));
    }

    @Test
    void the_example_of_the_standard_names_its_sizes() throws Malformed {
        WitnessRequest request = WitnessRequest.parse(Vectors.text("add-checkpoint.txt"));

        assertThat(request.proof().from()).isEqualTo(20_852_014);
        assertThat(request.proof().to()).isEqualTo(20_852_163);
        assertThat(request.proof().path()).hasSize(4);
        assertThat(request.checkpoint().origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(request.note().signatures()).hasSize(2);
    }

    /** Requests that the witness of filippo.io/torchwood is tested with, and takes. */
    @ParameterizedTest
    @ValueSource(strings = {"add-checkpoint-1-3.txt", "add-checkpoint-1-5.txt"})
    void proofs_of_a_real_log_hold(String file) throws Malformed {
        Hash former = WitnessRequest.parse(Vectors.text("add-checkpoint-0-1.txt"))
                .checkpoint()
                .root();
        WitnessRequest request = WitnessRequest.parse(Vectors.text(file));

        assertThat(request.proof().check(former, request.checkpoint().root())).isEqualTo(new ProofOutcome.Holds());
        assertThat(request.proof()
                        .check(Hashes.EMPTY, request.checkpoint().root())
                        .holds())
                .isFalse();
    }

    @Test
    void a_witness_takes_them_one_after_another() throws Malformed {
        FakeWitness witness = new FakeWitness("witness.example")
                .knowing(NoteKey.parse(Vectors.text("add-checkpoint.keys").strip()));
        String first = Vectors.text("add-checkpoint-0-1.txt");
        String fork = Vectors.text("add-checkpoint-1-3.txt");

        assertThat(witness.answer(REQUEST, NOW)).isEqualTo(new FakeWitness.Answer(409, "0\n"));
        assertThat(witness.answer(first, NOW).status()).isEqualTo(200);
        FakeWitness.Answer answer = witness.answer(REQUEST, NOW);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(witness.answer(fork, NOW)).isEqualTo(new FakeWitness.Answer(409, "5\n"));
        assertThat(WitnessRequest.seen("5\n")).isEqualTo(5);

        Note cosigned = WitnessRequest.parse(REQUEST)
                .note()
                .with(NoteSignature.parse(answer.body()).get(0));
        assertThat(new NoteVerifier(List.of(witness.key())).open(cosigned))
                .isInstanceOfSatisfying(Opening.Opened.class, opened -> assertThat(opened.by())
                        .extracting(Opening.Signed::at)
                        .containsExactly(NOW));
    }

    @Test
    void a_witness_refuses_what_it_does_not_know_or_is_not_so() throws Malformed {
        FakeWitness witness = new FakeWitness("witness.example")
                .knowing(NoteKey.parse(Vectors.text("add-checkpoint.keys").strip()));
        witness.answer(Vectors.text("add-checkpoint-0-1.txt"), NOW);

        assertThat(witness.answer("nonsense", NOW).status()).isEqualTo(400);
        assertThat(witness.answer(REQUEST.replace("old 1\n", "old 6\n"), NOW).status())
                .isEqualTo(400);
        assertThat(witness.answer(REQUEST.replace("UgIom", "UgIon"), NOW).status())
                .isEqualTo(403);
        assertThat(witness.answer(REQUEST.replace("\n5\n", "\n6\n"), NOW).status())
                .isEqualTo(403);
        assertThat(witness.answer(Vectors.text("add-checkpoint.txt"), NOW).status())
                .isEqualTo(404);
        assertThat(witness.answer(REQUEST.replace("KgEA", "KgFA"), NOW).status())
                .isEqualTo(422);
        assertThat(witness.answer(REQUEST, NOW).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s/old 1/old/",
                "s/old 1/old /",
                "s/old 1/old  1/",
                "s/old 1/old 01/",
                "s/old 1/old -1/",
                "s/old 1/old 1 /",
                "s/old 1/Old 1/",
                "s/old 1/old 9223372036854775808/",
                "s/old 1/1/",
                "s/old 1\n//",
                "s/old 1\n/\n/",
                "s/old 1\n/old 1\n\n/",
                "s/KgEA/KgE/",
                "s/KgEA/KgEAAAAA/",
                "s/KgEA/ KgEA/",
                "s/KgEA/Kg_A/",
                "s/=\n\nsigsum/=\nsigsum/",
                "s/=\n\nsigsum/=\n\n\nsigsum/",
                "s/\n5\n/\n05\n/",
                "s/\n5\n/\n/",
                "s/—/-/"
            })
    void malformed(String change) {
        String[] parts = change.split("/", -1);
        String body = REQUEST.replaceFirst(parts[1], parts[2]);

        assertThat(body).isNotEqualTo(REQUEST);
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> WitnessRequest.parse(body));
    }

    @Test
    void has_63_hashes_at_most() throws Malformed {
        String hash = Hashes.EMPTY.base64() + "\n";

        assertThat(WitnessRequest.parse(REQUEST.replace("old 1\n", "old 1\n" + hash.repeat(60)))
                        .proof()
                        .path())
                .hasSize(63);
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> WitnessRequest.parse(REQUEST.replace("old 1\n", "old 1\n" + hash.repeat(61))));
    }

    @Test
    void is_made_for_one_checkpoint() {
        NoteSigner log = NoteSigner.generate("log.example");
        Note note = log.sign(new Checkpoint("log.example", 3, Hashes.EMPTY).text());
        ConsistencyProof proof = new ConsistencyProof(0, 3, List.of());

        assertThat(new WitnessRequest(proof, note).body()).isEqualTo("old 0\n\n" + note.format());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WitnessRequest(new ConsistencyProof(0, 4, List.of()), note));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WitnessRequest(new ConsistencyProof(-1, 3, List.of()), note));
        assertThatIllegalArgumentException().isThrownBy(() -> new WitnessRequest(proof, log.sign("text\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "5", "05\n", "5\n\n", " 5\n", "five\n", "-5\n"})
    void a_witness_answers_a_size_in_one_way(String answer) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> WitnessRequest.seen(answer));
    }
}
