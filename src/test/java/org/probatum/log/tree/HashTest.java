package org.probatum.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {
    private static final String HELLO = "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=";

    private final Hash hello = Hashes.leaf("hello world".getBytes(StandardCharsets.UTF_8));

    /** The hash is from golang.org/x/mod, sumdb/tlog/note_test.go. */
    @Test
    void is_written_and_read_in_two_ways() {
        assertThat(hello.base64()).isEqualTo(HELLO);
        assertThat(Hash.ofBase64(HELLO)).contains(hello);
        assertThat(Hash.ofHex(hello.hex())).contains(hello);
        assertThat(hello).hasToString(hello.hex());
    }

    @Test
    void is_equal_to_what_has_its_bytes_and_keeps_them() {
        byte[] bytes = hello.bytes();
        Hash same = Hash.of(bytes);
        bytes[0]++;
        hello.bytes()[0]++;

        assertThat(same).isEqualTo(hello).hasSameHashCodeAs(hello);
        assertThat(Hash.of(bytes)).isNotEqualTo(hello);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0",
                "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb1=",
                "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0==",
                "TszzRgjTG6xce-z2AG31kAXYKBgQVtCSCE40HmuwBb0=",
                " TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=",
                "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n",
                "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBTOOBIG=",
                "AAAA"
            })
    void has_one_form_in_base64(String text) {
        assertThat(Hash.ofBase64(text)).isEmpty();
    }

    @Test
    void has_32_bytes() {
        assertThat(Hash.ofHex("00".repeat(31))).isEmpty();
        assertThat(Hash.ofHex("00".repeat(33))).isEmpty();
        assertThat(Hash.ofHex("0g".repeat(32))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Hash.of(new byte[31]));
    }

    @Test
    void stands_beside_others_in_the_bytes_of_a_tile() {
        List<Hash> hashes = Naive.counting(3);

        assertThat(Hashes.join(hashes)).hasSize(96).startsWith(hashes.get(0).bytes());
        assertThat(Hashes.split(Hashes.join(hashes))).isEqualTo(hashes);
        assertThat(Hashes.split(new byte[0])).isEmpty();
        for (int none : new int[] {-1, hashes.size()}) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> Hashes.split(Hashes.join(hashes)).get(none));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Hashes.split(new byte[33]));
    }

    @Test
    void a_node_is_no_leaf_and_has_two_sides() {
        Hash other = Hashes.leaf(new byte[0]);
        byte[] both = Hashes.join(List.of(hello, other));

        assertThat(Hashes.node(hello, other)).isNotEqualTo(Hashes.leaf(both)).isNotEqualTo(Hashes.node(other, hello));
    }
}
