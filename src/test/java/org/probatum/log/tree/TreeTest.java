package org.probatum.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TreeTest {
    private static final int LARGE = 70_000;

    private final Random random = new Random(6962);

    @Test
    void up_to_600_leaves_roots_and_proofs_of_inclusion_are_those_of_the_definition_and_hold() {
        List<Hash> leaves = Naive.counting(600);
        Naive naive = new Naive(leaves);
        MemoryTiles tiles = MemoryTiles.of(leaves);

        for (long size = 0; size <= 600; size++) {
            Tree tree = new Tree(size, tiles);
            assertThat(tree.root()).isEqualTo(naive.root(size));
            List<InclusionProof> expected = new ArrayList<>();
            for (long index = 0; index < size; index++) {
                expected.add(new InclusionProof(index, size, naive.inclusion(index, size)));
            }
            Hash root = tree.root();
            assertThat(tree.inclusion(LongStream.range(0, size).boxed().toList()))
                    .isEqualTo(expected);
            assertThat(expected.stream().filter(proof -> !proof.check(leaves.get((int) proof.index()), root)
                            .holds()))
                    .isEmpty();
        }
    }

    @Test
    void up_to_600_leaves_proofs_of_consistency_are_those_of_the_definition_and_hold() {
        List<Hash> leaves = Naive.counting(600);
        Naive naive = new Naive(leaves);
        MemoryTiles tiles = MemoryTiles.of(leaves);

        for (long size = 0; size <= 600; size++) {
            for (long from : formerSizes(size, size <= 90 ? size : 6)) {
                assertExtends(naive, tiles, from, size);
            }
        }
    }

    @Test
    void past_65536_leaves_too() {
        List<Hash> leaves = Naive.counting(LARGE);
        Naive naive = new Naive(leaves);
        MemoryTiles tiles = MemoryTiles.of(leaves);

        for (long size : List.of(4_095L, 4_097L, 65_279L, 65_535L, 65_536L, 65_537L, 65_793L, 69_999L, (long) LARGE)) {
            Tree tree = new Tree(size, tiles);
            assertThat(tree.root()).isEqualTo(naive.root(size));
            for (long index : List.of(0L, 255L, 256L, size - 1, random.nextLong(size), random.nextLong(size))) {
                InclusionProof proof = tree.inclusion(index);
                assertThat(proof.path()).isEqualTo(naive.inclusion(index, size));
                assertThat(proof.check(leaves.get((int) index), naive.root(size))
                                .holds())
                        .isTrue();
            }
            for (long from : formerSizes(size, 6)) {
                assertExtends(naive, tiles, from, size);
            }
        }
    }

    @Test
    void several_proofs_are_those_that_were_asked_for_in_their_order() {
        MemoryTiles tiles = MemoryTiles.of(Naive.counting(300));
        Tree tree = new Tree(300, tiles);

        List<InclusionProof> proofs = tree.inclusion(List.of(299L, 3L, 299L));

        assertThat(proofs).containsExactly(tree.inclusion(299), tree.inclusion(3), tree.inclusion(299));
        assertThat(tree.inclusion(List.of())).isEmpty();
    }

    @Test
    void proofs_are_the_same_when_subtrees_are_remembered_while_the_log_grows() {
        List<Hash> leaves = Naive.counting(LARGE);
        Naive naive = new Naive(leaves);
        for (int most : List.of(0, 3, 1_000)) {
            Subtrees remembered = new Subtrees(most);
            for (long size : List.of(1L, 300L, 511L, 512L, 65_535L, 65_792L, (long) LARGE)) {
                Tree tree = new Tree(size, MemoryTiles.of(leaves), remembered);
                for (long index : List.of(0L, size / 2, size - 1, random.nextLong(size), random.nextLong(size))) {
                    assertThat(tree.inclusion(index).path()).isEqualTo(naive.inclusion(index, size));
                }
            }
        }
    }

    @Test
    void what_is_remembered_is_not_read_again() {
        MemoryTiles tiles = MemoryTiles.of(Naive.counting(LARGE));
        Tree tree = new Tree(LARGE, tiles, new Subtrees(1_000));

        tree.inclusion(700);
        tree.inclusion(1_300);

        assertThat(tiles.asked.get(0)).contains(new Tile(0, 273, 112), new Tile(1, 1, 17));
        assertThat(tiles.asked.get(1)).containsExactly(new Tile(0, 5, 256), new Tile(1, 0, 256));
    }

    @Test
    void everything_that_is_needed_is_read_at_once_and_nothing_else() {
        MemoryTiles tiles = MemoryTiles.of(Naive.counting(LARGE));
        Tree tree = new Tree(LARGE, tiles);

        tree.root();
        tree.inclusion(700);
        tree.consistency(65_536);

        Tile edge0 = new Tile(0, 273, 112);
        Tile edge1 = new Tile(1, 1, 17);
        Tile edge2 = new Tile(2, 0, 1);
        assertThat(tiles.asked)
                .containsExactly(
                        List.of(edge0, edge1, edge2),
                        List.of(new Tile(0, 2, 256), edge0, new Tile(1, 0, 256), edge1),
                        List.of(edge0, edge1));
    }

    @Test
    void what_follows_from_the_sizes_alone_is_not_read() {
        MemoryTiles tiles = MemoryTiles.of(Naive.counting(9));

        assertThat(new Tree(0, tiles).root()).isEqualTo(Hashes.EMPTY);
        assertThat(new Tree(1, tiles).inclusion(0).path()).isEmpty();
        assertThat(new Tree(9, tiles).consistency(9).path()).isEmpty();
        assertThat(new Tree(9, tiles).consistency(0).path()).isEmpty();

        assertThat(tiles.asked).isEmpty();
    }

    @Test
    void refuses_what_no_tree_of_its_size_has() {
        MemoryTiles tiles = MemoryTiles.of(Naive.counting(5));

        assertThatIllegalArgumentException().isThrownBy(() -> new Tree(-1, tiles));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tree(5, tiles).inclusion(5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tree(5, tiles).inclusion(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tree(0, tiles).inclusion(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tree(5, tiles).consistency(6));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tree(5, tiles).consistency(-1));
    }

    @Test
    void a_store_with_gaps_is_found_out() {
        Tile all = new Tile(0, 0, 5);

        assertThatThrownBy(() -> new Tree(5, tiles -> Map.of()).root())
                .isInstanceOf(TileGap.class)
                .hasMessage("the store has 0 of the 5 hashes of tile/0/000.p/5");
        assertThatThrownBy(() -> new Tree(5, tiles -> Map.of(all, TileHashes.of(Naive.counting(4)))).root())
                .isInstanceOf(TileGap.class)
                .hasMessageContaining("4 of the 5");
        assertThatThrownBy(() -> Frontier.read(5, tiles -> Map.of(all, TileHashes.of(Naive.counting(6)))))
                .isInstanceOf(TileGap.class)
                .hasMessageContaining("6 of the 5");
    }

    private void assertExtends(Naive naive, MemoryTiles tiles, long from, long size) {
        ConsistencyProof proof = new Tree(size, tiles).consistency(from);

        assertThat(proof).isEqualTo(new ConsistencyProof(from, size, naive.consistency(from, size)));
        assertThat(proof.check(naive.root(from), naive.root(size))).isEqualTo(new ProofOutcome.Holds());
    }

    /** All when there are few; else the ends, the powers of two with their neighbours, and some by chance. */
    private TreeSet<Long> formerSizes(long size, long some) {
        TreeSet<Long> sizes = new TreeSet<>(List.of(0L, size));
        if (some >= size) {
            LongStream.range(0, size).forEach(sizes::add);
            return sizes;
        }
        for (long power = 1; power <= size; power *= 4) {
            sizes.addAll(List.of(power - 1, power, Math.min(size, power + 1)));
        }
        random.longs(some, 0, size).forEach(sizes::add);
        return sizes;
    }
}
