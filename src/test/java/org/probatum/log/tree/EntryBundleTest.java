package org.probatum.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class EntryBundleTest {
    @Test
    void each_entry_stands_after_its_length() {
        List<byte[]> entries = List.of(new byte[] {7, 8, 9}, new byte[0], new byte[EntryBundle.LONGEST]);

        byte[] bundle = EntryBundle.join(entries);

        assertThat(bundle).startsWith(0, 3, 7, 8, 9, 0, 0, 0xff, 0xff).hasSize(6 + 3 + 65_535);
        assertThat(EntryBundle.split(bundle)).containsExactlyElementsOf(entries);
        assertThat(EntryBundle.join(List.of())).isEmpty();
        assertThat(EntryBundle.split(new byte[0])).isEmpty();
    }

    @Test
    void refuses_what_cannot_be_served_or_was_cut_off() {
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.join(List.of(new byte[65_536])));
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.split(new byte[] {0}));
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.split(new byte[] {0, 2, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.split(new byte[] {0, 1, 1, 0}));
    }
}
