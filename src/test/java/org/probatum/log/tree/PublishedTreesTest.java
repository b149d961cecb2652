package org.probatum.log.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probatum.log.Vectors;

/** Roots and proofs that the implementation of Certificate Transparency's authors gives. */
class PublishedTreesTest {
    private final List<Hash> leaves = Vectors.lines("merkle.txt", "leaf").stream()
            .map(line -> Hashes.leaf(bytes(line.get(0))))
            .toList();
    private final List<Hash> roots = Vectors.lines("merkle.txt", "root").stream()
            .map(line -> Hash.ofHex(line.get(1)).orElseThrow())
            .toList();
    private final MemoryTiles tiles = MemoryTiles.of(leaves);

    @Test
    void a_leaf_is_hashed_as_theirs() {
        Vectors.lines("merkle.txt", "hash")
                .forEach(line ->
                        assertThat(Hashes.leaf(bytes(line.get(0))).hex()).isEqualTo(line.get(1)));
    }

    @Test
    void trees_of_up_to_eight_leaves_have_their_roots() {
        assertThat(roots).hasSize(9);
        for (int size = 0; size < roots.size(); size++) {
            assertThat(new Tree(size, tiles).root()).isEqualTo(roots.get(size));
            assertThat(Frontier.read(size, tiles).root()).isEqualTo(roots.get(size));
            assertThat(running(leaves.subList(0, size)).root()).isEqualTo(roots.get(size));
        }
    }

    @Test
    void proofs_of_inclusion_are_theirs_and_hold() {
        List<List<String>> vectors = Vectors.lines("merkle.txt", "inclusion");
        assertThat(vectors).hasSize(5);

        for (List<String> vector : vectors) {
            int index = Integer.parseInt(vector.get(0));
            int size = Integer.parseInt(vector.get(1));

            InclusionProof proof = new Tree(size, tiles).inclusion(index);

            assertThat(proof).isEqualTo(new InclusionProof(index, size, path(vector)));
            assertThat(proof.check(leaves.get(index), roots.get(size)).holds()).isTrue();
        }
    }

    @Test
    void proofs_of_consistency_are_theirs_and_hold() {
        List<List<String>> vectors = Vectors.lines("merkle.txt", "consistency");
        assertThat(vectors).hasSize(5);

        for (List<String> vector : vectors) {
            int from = Integer.parseInt(vector.get(0));
            int to = Integer.parseInt(vector.get(1));

            ConsistencyProof proof = new Tree(to, tiles).consistency(from);

            assertThat(proof).isEqualTo(new ConsistencyProof(from, to, path(vector)));
            assertThat(proof.check(roots.get(from), roots.get(to)).holds()).isTrue();
        }
    }

    @Test
    void large_trees_have_their_roots() {
        List<List<String>> vectors = Vectors.lines("merkle.txt", "golden");
        assertThat(vectors).hasSize(11);
        List<Hash> many = new ArrayList<>();
        for (int i = 0; i < 65_535; i++) {
            many.add(Hashes.leaf(new byte[] {(byte) i, (byte) (i >> 8)}));
        }
        MemoryTiles store = MemoryTiles.of(many);

        for (List<String> vector : vectors) {
            int size = Integer.parseInt(vector.get(0));
            assertThat(new Tree(size, store).root().base64()).isEqualTo(vector.get(1));
            assertThat(running(many.subList(0, size)).root().base64()).isEqualTo(vector.get(1));
        }
    }

    private static RunningRoot running(List<Hash> hashes) {
        RunningRoot running = new RunningRoot();
        hashes.forEach(running::add);
        return running;
    }

    private static List<Hash> path(List<String> vector) {
        return vector.stream()
                .skip(2)
                .map(hash -> Hash.ofHex(hash).orElseThrow())
                .toList();
    }

    private static byte[] bytes(String hex) {
        return hex.equals("-") ? new byte[0] : HexFormat.of().parseHex(hex);
    }
}
