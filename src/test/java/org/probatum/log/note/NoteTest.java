package org.probatum.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoteTest {
    private static final String TEXT = "some text\n";
    private static final String LINE = "— somebody QUJDREU=\n";

    static Stream<String> malformed() {
        return Stream.of(
                "",
                "\n",
                TEXT,
                TEXT + "\n",
                TEXT + LINE,
                "some text\n" + LINE + "\n",
                TEXT + "\n" + LINE.stripTrailing(),
                TEXT + "\n" + LINE + "\n",
                TEXT + "\n" + LINE + "More text.\n",
                TEXT + "\n" + "More text.\n" + LINE,
                TEXT + "\n" + LINE.replace("—", "-"),
                TEXT + "\n" + LINE.replace("—", "–"),
                TEXT + "\n" + LINE.replace("— ", "—"),
                TEXT + "\n" + LINE.replace("— ", "—  "),
                TEXT + "\n" + LINE.replace("— ", " — "),
                TEXT + "\n" + LINE.replace("— ", "—\u00a0"),
                TEXT + "\n" + LINE.replace("somebody", ""),
                TEXT + "\n" + LINE.replace("somebody ", ""),
                TEXT + "\n" + LINE.replace("somebody", "some body"),
                TEXT + "\n" + LINE.replace("somebody", "some\u00a0body"),
                TEXT + "\n" + LINE.replace("somebody", "some\u0085body"),
                TEXT + "\n" + LINE.replace("somebody", "some\u2028body"),
                TEXT + "\n" + LINE.replace("somebody", "some\u3000body"),
                TEXT + "\n" + LINE.replace("somebody", "some+body"),
                TEXT + "\n" + LINE.replace("QUJDREU=", ""),
                TEXT + "\n" + LINE.replace("QUJDREU=", "QUJDREU"),
                TEXT + "\n" + LINE.replace("QUJDREU=", "QUJDREV="),
                TEXT + "\n" + LINE.replace("QUJDREU=", "QUJDREU=="),
                TEXT + "\n" + LINE.replace("QUJDREU=", "QUJD REU="),
                TEXT + "\n" + LINE.replace("QUJDREU=", "QUJDREU= "),
                TEXT + "\n" + LINE.replace("QUJDREU=", "QUJD-_U="),
                TEXT + "\n" + LINE.replace("QUJDREU=", "QUJDRA=="),
                TEXT + "\n" + LINE.replace("QUJDREU=", "QUJD"),
                TEXT.replace(" ", "\t") + "\n" + LINE,
                TEXT.replace("\n", "\r\n") + "\n" + LINE,
                "\u0000" + TEXT + "\n" + LINE,
                "\u001b" + TEXT + "\n" + LINE,
                "\ud800" + TEXT + "\n" + LINE,
                TEXT + "\n" + LINE.replace("\n", "\r\n"),
                TEXT + "\n" + LINE.repeat(101),
                "a".repeat(1_000_000) + "\n\n" + LINE);
    }

    @ParameterizedTest
    @MethodSource
    void malformed(String note) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Note.parse(note));
    }

    @Test
    void the_text_ends_at_the_last_blank_line() throws Malformed {
        assertThat(Note.parse("a\n\nb\n\n" + LINE).text()).isEqualTo("a\n\nb\n");
        assertThat(Note.parse("\n\n" + LINE).text()).isEqualTo("\n");
        assertThat(Note.parse(LINE + "\n" + LINE).text()).isEqualTo(LINE);
    }

    @Test
    void has_up_to_100_signatures() throws Malformed {
        assertThat(Note.parse(TEXT + "\n" + LINE.repeat(100)).signatures()).hasSize(100);
    }

    @Test
    void is_utf_8() throws Malformed {
        byte[] bytes = (TEXT + "\n" + LINE).getBytes(StandardCharsets.UTF_8);
        assertThat(Note.parse(bytes)).isEqualTo(Note.parse(TEXT + "\n" + LINE));

        bytes[0] = (byte) 0xff;

        assertThatThrownBy(() -> Note.parse(bytes))
                .isInstanceOf(Malformed.class)
                .hasMessage("a note must be UTF-8");
        assertThatThrownBy(() -> Note.parse(new byte[1_000_001]))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("larger");
    }

    @Test
    void takes_further_signatures() throws Malformed {
        Note note = Note.parse(TEXT + "\n" + LINE);

        Note more = note.with(new NoteSignature("another", "QUJDREVG"));

        assertThat(more.format()).isEqualTo(TEXT + "\n" + LINE + "— another QUJDREVG\n");
        assertThat(note.signatures()).hasSize(1);
    }

    @Test
    void is_not_made_of_what_could_not_be_read_again() {
        List<NoteSignature> one = List.of(new NoteSignature("somebody", "QUJDREU="));

        assertThatIllegalArgumentException().isThrownBy(() -> new Note("no newline", one));
        assertThatIllegalArgumentException().isThrownBy(() -> new Note("", one));
        assertThatIllegalArgumentException().isThrownBy(() -> new Note("a\tb\n", one));
        assertThatIllegalArgumentException().isThrownBy(() -> new Note(TEXT, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new NoteSignature("some body", "QUJDREU="));
        assertThatIllegalArgumentException().isThrownBy(() -> new NoteSignature("somebody", "QUJD"));
    }

    @Test
    void what_is_wrong_is_said() {
        assertThatThrownBy(() -> Note.parse(TEXT + "\n" + LINE + "— x\n"))
                .hasMessage("signature line 2 must be an em dash, a name and base64");
        assertThatThrownBy(() -> Note.parse(TEXT + LINE))
                .hasMessage("a blank line must part the text of a note from its signatures");
    }
}
