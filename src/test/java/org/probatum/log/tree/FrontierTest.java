package org.probatum.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FrontierTest {
    private static final int LARGE = 70_000;

    private final List<Hash> leaves = Naive.counting(LARGE);
    private final Naive naive = new Naive(leaves);

    @Test
    void grows_by_one_leaf_at_a_time() {
        Frontier frontier = Frontier.EMPTY;
        assertThat(frontier.root()).isEqualTo(Hashes.EMPTY);

        for (int size = 1; size <= 600; size++) {
            Growth growth = frontier.append(List.of(leaves.get(size - 1)));
            assertThat(growth.root()).isEqualTo(naive.root(size));
            assertThat(growth.full()).hasSize(size % 256 == 0 ? 1 : 0);
            frontier = growth.after();
        }
    }

    @Test
    void grows_by_batches_of_any_size() {
        Random random = new Random(256);
        MemoryTiles tiles = new MemoryTiles();
        Frontier frontier = Frontier.EMPTY;

        while (frontier.size() < LARGE) {
            int from = (int) frontier.size();
            int to = Math.min(LARGE, from + random.nextInt(2_500));
            frontier = tiles.append(frontier, leaves.subList(from, to));
            assertThat(frontier.size()).isEqualTo(to);
            assertThat(frontier.root()).isEqualTo(naive.root(to));
            assertThat(Frontier.read(to, tiles).root()).isEqualTo(naive.root(to));
        }

        assertThat(new Tree(LARGE, tiles).root()).isEqualTo(naive.root(LARGE));
    }

    /** The numbers of tiles are the example of C2SP tlog-tiles. */
    @Test
    void a_tree_of_70000_has_273_full_tiles_of_leaves_and_one_above_them() {
        Growth growth = Frontier.EMPTY.append(leaves);

        assertThat(growth.full())
                .hasSize(274)
                .filteredOn(tile -> tile.level() == 0)
                .hasSize(273);
        for (FullTile tile : growth.full()) {
            long width = tile.level() == 0 ? 1 : 256;
            assertThat(tile.root()).isEqualTo(naive.hash(tile.index() * 256 * width, (tile.index() + 1) * 256 * width));
            for (int i = 0; i < 256; i++) {
                long first = (tile.index() * 256 + i) * width;
                assertThat(tile.hashes().get(i)).isEqualTo(naive.hash(first, first + width));
            }
        }
    }

    @Test
    void a_full_tile_comes_after_those_whose_roots_it_holds() {
        List<String> order = Frontier.EMPTY.append(leaves).full().stream()
                .map(tile -> tile.level() + "/" + tile.index())
                .toList();

        assertThat(order.subList(254, 258)).containsExactly("0/254", "0/255", "1/0", "0/256");
    }

    @Test
    void nothing_appended_changes_nothing() {
        Frontier frontier = Frontier.EMPTY.append(leaves.subList(0, 300)).after();

        Growth growth = frontier.append(List.of());

        assertThat(growth.full()).isEmpty();
        assertThat(growth.before()).isSameAs(frontier);
        assertThat(growth.after().size()).isEqualTo(300);
        assertThat(growth.root()).isEqualTo(frontier.root());
    }

    @Test
    void never_changes_itself() {
        Frontier frontier = Frontier.EMPTY.append(leaves.subList(0, 300)).after();

        frontier.append(leaves.subList(300, 400));

        assertThat(frontier.size()).isEqualTo(300);
        assertThat(frontier.root()).isEqualTo(naive.root(300));
    }

    @Test
    void asks_for_what_it_needs_at_once() {
        MemoryTiles tiles = MemoryTiles.of(leaves);

        Frontier.read(0, tiles);
        Frontier.read(256, tiles);
        Frontier.read(65_536, tiles);
        Frontier.read(LARGE, tiles);

        assertThat(tiles.asked)
                .containsExactly(
                        List.of(new Tile(1, 0, 1)),
                        List.of(new Tile(2, 0, 1)),
                        List.of(new Tile(0, 273, 112), new Tile(1, 1, 17), new Tile(2, 0, 1)));
    }

    @Test
    void refuses_sizes_that_no_tree_has() {
        TileReader any = tiles -> tiles.stream()
                .collect(Collectors.toMap(tile -> tile, tile -> TileHashes.of(leaves.subList(0, tile.width()))));

        assertThatIllegalArgumentException().isThrownBy(() -> Frontier.read(-1, any));
        Frontier largest = Frontier.read(Long.MAX_VALUE, any);
        assertThat(largest.size()).isEqualTo(Long.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> largest.append(leaves.subList(0, 1)));
    }
}
