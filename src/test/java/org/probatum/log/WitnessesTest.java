package org.probatum.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.log.note.Cosigner;
import org.probatum.log.note.NoteSigner;

class WitnessesTest {
    private final String key = Cosigner.generate("witness.example").key().text();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://w.example",
                "ftp://w.example KEY",
                "https://w.example LOGKEY",
                "https://w.example x+1+y"
            })
    void refuses_a_setting_that_names_no_witness(String setting) {
        String text =
                setting.replace("LOGKEY", NoteSigner.generate("a").key().text()).replace("KEY", key);

        assertThatThrownBy(() -> witnesses(List.of(text), 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("probatum.log.witnesses")
                .hasMessageContaining("It looks like https://");
    }

    @Test
    void refuses_a_quorum_that_can_never_be_and_a_witness_twice() {
        String one = "https://w.example " + key;

        assertThatThrownBy(() -> witnesses(List.of(one), 2)).hasMessageContaining("a number from 0 to that");
        assertThatThrownBy(() -> witnesses(List.of(one, one), 0)).hasMessageContaining("twice");
        assertThat(witnesses(List.of(one), 1).keys()).containsExactly(key);
    }

    private static Witnesses witnesses(List<String> named, int quorum) {
        return new Witnesses(Optional.of(named), quorum);
    }
}
