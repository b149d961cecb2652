package org.probatum.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.log.Vectors;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.Hashes;

class CheckpointTest {
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

    @Test
    void the_example_of_the_standard_is_one() throws Malformed {
        Note note = Note.parse(Vectors.text("behind-the-sofa.note"));

        Checkpoint checkpoint = Checkpoint.parse(note.text());

        assertThat(checkpoint)
                .isEqualTo(new Checkpoint(
                        "example.com/behind-the-sofa",
                        20_852_163,
                        Hash.ofBase64(ROOT).orElseThrow()));
        assertThat(checkpoint.text()).isEqualTo(note.text());
    }

    /** The tree head of the Go checksum database, as in golang.org/x/mod, sumdb/tlog/note_test.go. */
    @Test
    void an_origin_may_have_spaces() throws Malformed {
        String text = "go.sum database tree\n123456789012\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n";

        Checkpoint checkpoint = Checkpoint.parse(text);

        assertThat(checkpoint)
                .isEqualTo(new Checkpoint(
                        "go.sum database tree",
                        123_456_789_012L,
                        Hashes.leaf("hello world".getBytes(StandardCharsets.UTF_8))));
        assertThat(checkpoint.text()).isEqualTo(text);
    }

    @Test
    void may_have_further_lines() throws Malformed {
        Checkpoint checkpoint = new Checkpoint("log", Long.MAX_VALUE, Hashes.EMPTY, List.of("one", "two words"));

        assertThat(checkpoint.text()).endsWith("=\none\ntwo words\n");
        assertThat(Checkpoint.parse(checkpoint.text())).isEqualTo(checkpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "log\n",
                "log\n1\n",
                "log\n1\n" + ROOT,
                "\n1\n" + ROOT + "\n",
                "log\n\n" + ROOT + "\n",
                "log\n1\n\n",
                "log\n1\n" + ROOT + "\n\n",
                "log\n1\n" + ROOT + "\n\nextension\n",
                "log\n1\n" + ROOT + "\nextension",
                "\nlog\n1\n" + ROOT + "\n",
                "log\n01\n" + ROOT + "\n",
                "log\n00\n" + ROOT + "\n",
                "log\n-1\n" + ROOT + "\n",
                "log\n+1\n" + ROOT + "\n",
                "log\n 1\n" + ROOT + "\n",
                "log\n1 \n" + ROOT + "\n",
                "log\n1.0\n" + ROOT + "\n",
                "log\n1e3\n" + ROOT + "\n",
                "log\n0x1\n" + ROOT + "\n",
                "log\n١\n" + ROOT + "\n",
                "log\n9223372036854775808\n" + ROOT + "\n",
                "log\n99999999999999999999999\n" + ROOT + "\n",
                "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n",
                "log\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n",
                "log\n1\nCsUYapGGPo4dkMgIAUqom_Xajj7h2fB2MPA3j2jxq2I=\n",
                "log\n1\n" + ROOT + " \n",
                "log\n1\nAAAA\n",
                "log\r\n1\n" + ROOT + "\n",
                "log\n1\r\n" + ROOT + "\n",
                "lo\tg\n1\n" + ROOT + "\n",
                "log\n1\n" + ROOT + "\nexten\u0000sion\n"
            })
    void malformed(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Checkpoint.parse(text));
    }

    @Test
    void is_not_made_of_what_could_not_be_read_again() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("", 0, Hashes.EMPTY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a\nb", 0, Hashes.EMPTY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("log", -1, Hashes.EMPTY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("log", 0, Hashes.EMPTY, List.of("")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("log", 0, Hashes.EMPTY, List.of("a\nb")));
    }
}
