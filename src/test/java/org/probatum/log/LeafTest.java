package org.probatum.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probatum.shared.Json;

class LeafTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "credit-risk",
                "",
                "quoted \" and \\ and / and '",
                "é ≤ 😀 \u2028 \u007f \u0085",
                "\b\t\n\f\r",
                "\u0000\u001f\u000b and \\u001F"
            })
    void is_written_in_canonical_form_whatever_is_in_it(String word) {
        Instant at = Instant.parse("2026-11-27T03:04:05.678901Z");
        Leaf whole = new Leaf(1, "decision:7", at, word, word, word, 12, word, word, "sha256:00");
        Leaf bare = new Leaf(1, "log:" + word, at, "Filed", null, null, null, null, null, word);

        for (Leaf leaf : new Leaf[] {whole, bare}) {
            assertThat(leaf.text()).isEqualTo(Json.canonical(Json.write(leaf)));
            assertThat(Leaf.parse(leaf.text())).isEqualTo(leaf);
        }
    }
}
