package org.probatum.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileTest {
    /** The examples of C2SP tlog-tiles. */
    @Test
    void the_right_edge_is_made_of_the_tiles_that_are_not_full() {
        assertThat(Tile.rightEdge(0)).isEmpty();
        assertThat(Tile.rightEdge(256)).containsExactly(new Tile(1, 0, 1));
        assertThat(Tile.rightEdge(70_000))
                .containsExactly(new Tile(0, 273, 112), new Tile(1, 1, 17), new Tile(2, 0, 1));
        assertThat(Tile.rightEdge(Long.MAX_VALUE)).hasSize(8).endsWith(new Tile(7, 0, 127));
    }

    @Test
    void is_as_wide_as_its_tree_is_large() {
        assertThat(Tile.in(70_000, 0, 272)).isEqualTo(new Tile(0, 272, 256));
        assertThat(Tile.in(70_000, 0, 273)).isEqualTo(new Tile(0, 273, 112));
        assertThat(Tile.in(70_000, 1, 1)).isEqualTo(new Tile(1, 1, 17));
        assertThatIllegalArgumentException().isThrownBy(() -> Tile.in(70_000, 0, 274));
        assertThatIllegalArgumentException().isThrownBy(() -> Tile.in(70_000, 3, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Tile.in(70_000, 0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Tile.in(70_000, 0, Long.MAX_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> Tile.in(0, 0, 0));
    }

    @Test
    void is_in_a_tree_that_has_all_of_its_hashes() {
        Tile tile = new Tile(1, 1, 17);

        assertThat(tile.isIn(70_000)).isTrue();
        assertThat(tile.isIn(273 * 256)).isTrue();
        assertThat(tile.isIn(273 * 256 - 1)).isFalse();
        assertThat(new Tile(7, 0, 127).isIn(Long.MAX_VALUE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 1",
        "8, 0, 1",
        "0, -1, 1",
        "0, 0, 0",
        "0, 0, -1",
        "0, 0, 257",
        "7, 0, 128",
        "7, 1, 1",
        "6, 128, 1",
        "0, 36028797018963968, 1",
        "0, 9223372036854775807, 1"
    })
    void refuses_places_that_no_tree_has(int level, long index, int width) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Tile(level, index, width));
    }
}
