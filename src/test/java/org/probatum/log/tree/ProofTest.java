package org.probatum.log.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Proofs that were tampered with. Sizes are the exception, and held against the definition: see {@link InclusionProof}. */
class ProofTest {
    private static final List<Integer> SIZES =
            List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 16, 17, 31, 33, 64, 100, 255, 256, 257, 511, 513);

    private final Random random = new Random(9162);
    private final List<Hash> leaves = Naive.counting(513);
    private final Naive naive = new Naive(leaves);

    @Test
    void an_inclusion_holds_for_its_leaf_and_root_alone() {
        for (int size : SIZES) {
            for (int index : some(size)) {
                InclusionProof proof = inclusion(index, size);
                Hash leaf = leaves.get(index);
                Hash root = naive.root(size);

                assertThat(proof.check(leaf, root).holds()).isTrue();
                assertThat(proof.check(flipped(leaf), root).holds()).isFalse();
                assertThat(proof.check(leaf, flipped(root)).holds()).isFalse();
                assertThat(proof.check(leaf, Hashes.EMPTY).holds()).isFalse();
            }
        }
    }

    @Test
    void an_inclusion_with_another_path_does_not_hold() {
        for (int size : SIZES) {
            for (int index : some(size)) {
                InclusionProof proof = inclusion(index, size);
                for (List<Hash> path : tampered(proof.path(), naive.root(size))) {
                    assertThat(new InclusionProof(index, size, path)
                                    .check(leaves.get(index), naive.root(size))
                                    .holds())
                            .as("%s of %s", index, size)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void an_inclusion_at_another_index_does_not_hold() {
        for (int size : SIZES) {
            for (int index : some(size)) {
                for (int other : List.of(index - 1, index + 1, index ^ 2, size, -index - 1)) {
                    InclusionProof moved = new InclusionProof(other, size, naive.inclusion(index, size));
                    assertThat(moved.check(leaves.get(index), naive.root(size)).holds())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void an_inclusion_holds_for_another_size_exactly_when_the_definition_says_so() {
        int refused = 0;
        for (int size : SIZES) {
            for (int index : some(size)) {
                for (int other : List.of(size - 1, size + 1, size * 2, size / 2, 0, -size)) {
                    InclusionProof moved = new InclusionProof(index, other, naive.inclusion(index, size));
                    boolean holds =
                            moved.check(leaves.get(index), naive.root(size)).holds();
                    assertThat(holds).isEqualTo(Naive.holds(moved, leaves.get(index), naive.root(size)));
                    refused += holds ? 0 : 1;
                }
            }
        }
        assertThat(refused).isPositive();
        assertThat(inclusion(512, 513).check(leaves.get(512), naive.root(513)).holds())
                .isTrue();
        assertThat(new InclusionProof(512, 514, naive.inclusion(512, 513))
                        .check(leaves.get(512), naive.root(513))
                        .holds())
                .isFalse();
    }

    @Test
    void a_consistency_holds_for_its_roots_alone() {
        for (int to : SIZES) {
            for (int from : some(to)) {
                ConsistencyProof proof = consistency(from, to);

                assertThat(proof.check(naive.root(from), naive.root(to)).holds())
                        .isTrue();
                assertThat(proof.check(flipped(naive.root(from)), naive.root(to))
                                .holds())
                        .isFalse();
                if (from > 0) {
                    assertThat(proof.check(naive.root(from), flipped(naive.root(to)))
                                    .holds())
                            .isFalse();
                    assertThat(proof.check(naive.root(to), naive.root(from)).holds())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void a_consistency_with_another_path_does_not_hold() {
        for (int to : SIZES) {
            for (int from : some(to)) {
                ConsistencyProof proof = consistency(from, to);
                for (List<Hash> path : tampered(proof.path(), naive.root(from))) {
                    assertThat(new ConsistencyProof(from, to, path)
                                    .check(naive.root(from), naive.root(to))
                                    .holds())
                            .as("%s to %s", from, to)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void a_consistency_holds_for_other_sizes_exactly_when_the_definition_says_so() {
        int refused = 0;
        for (int to : SIZES) {
            for (int from : some(to)) {
                List<Hash> path = naive.consistency(from, to);
                for (ConsistencyProof moved : List.of(
                        new ConsistencyProof(from - 1, to, path),
                        new ConsistencyProof(from + 1, to, path),
                        new ConsistencyProof(from ^ 2, to, path),
                        new ConsistencyProof(from, to - 1, path),
                        new ConsistencyProof(from, to + 1, path),
                        new ConsistencyProof(from, to * 2, path),
                        new ConsistencyProof(from, to / 2, path),
                        new ConsistencyProof(to, from, path),
                        new ConsistencyProof(-from, -to, path))) {
                    boolean holds =
                            moved.check(naive.root(from), naive.root(to)).holds();
                    assertThat(holds).isEqualTo(Naive.holds(moved, naive.root(from), naive.root(to)));
                    refused += holds ? 0 : 1;
                }
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void trees_without_leaves_have_one_root_and_need_no_path() {
        Hash root = naive.root(3);

        assertThat(new ConsistencyProof(0, 0, List.of())
                        .check(Hashes.EMPTY, Hashes.EMPTY)
                        .holds())
                .isTrue();
        assertThat(new ConsistencyProof(0, 3, List.of())
                        .check(Hashes.EMPTY, root)
                        .holds())
                .isTrue();
        assertThat(new ConsistencyProof(0, 3, List.of()).check(root, root).holds())
                .isFalse();
        assertThat(new ConsistencyProof(0, 0, List.of()).check(root, root).holds())
                .isFalse();
        assertThat(new ConsistencyProof(0, 0, List.of())
                        .check(Hashes.EMPTY, root)
                        .holds())
                .isFalse();
        assertThat(new ConsistencyProof(0, 3, List.of(root))
                        .check(Hashes.EMPTY, root)
                        .holds())
                .isFalse();
        assertThat(new ConsistencyProof(3, 3, List.of(root)).check(root, root).holds())
                .isFalse();
        assertThat(new InclusionProof(0, 0, List.of()).check(root, root).holds())
                .isFalse();
    }

    @Test
    void absurd_numbers_do_not_hold_and_do_not_take_long() {
        Hash some = leaves.get(0);
        for (long huge : List.of(Long.MAX_VALUE, Long.MAX_VALUE - 1, 1L << 62, (1L << 62) + 1, Long.MIN_VALUE, -1L)) {
            for (long other : List.of(0L, 1L, 2L, huge / 2, huge - 1, huge, Long.MAX_VALUE, Long.MIN_VALUE)) {
                for (int length : List.of(0, 1, 62, 63, 64, 200)) {
                    List<Hash> path = Collections.nCopies(length, some);
                    assertThat(new InclusionProof(other, huge, path)
                                    .check(some, some)
                                    .holds())
                            .isFalse();
                    ConsistencyProof consistency = new ConsistencyProof(other, huge, path);
                    assertThat(consistency.check(some, flipped(some)).holds()).isFalse();
                }
            }
        }
    }

    @Test
    void what_is_wrong_is_said() {
        Hash leaf = leaves.get(2);
        Hash root = naive.root(5);
        List<Hash> path = naive.inclusion(2, 5);

        assertThat(new InclusionProof(2, 5, path).check(leaf, leaf))
                .isEqualTo(new ProofOutcome.Fails(
                        "leaf 2 leads to the root " + root.base64() + ", not to " + leaf.base64()));
        assertThat(new InclusionProof(2, 5, path.subList(0, 2)).check(leaf, root))
                .isEqualTo(new ProofOutcome.Fails("the path ends below the root"));
        assertThat(new InclusionProof(2, 4, path).check(leaf, root))
                .isEqualTo(new ProofOutcome.Fails("the path is longer than the tree is high"));
        assertThat(new InclusionProof(5, 5, path).check(leaf, root))
                .isEqualTo(new ProofOutcome.Fails("a tree of 5 has no leaf 5"));
        assertThat(new ConsistencyProof(4, 3, List.of()).check(leaf, root))
                .isEqualTo(new ProofOutcome.Fails("a tree of 3 does not extend one of 4"));
        assertThat(new ConsistencyProof(3, 5, List.of()).check(naive.root(3), root))
                .isEqualTo(new ProofOutcome.Fails("the path is empty"));
        assertThat(new ConsistencyProof(5, 5, List.of()).check(leaf, root))
                .isEqualTo(new ProofOutcome.Fails("two trees of 5 leaves have two roots"));
        assertThat(new ConsistencyProof(3, 5, naive.consistency(3, 5)).check(leaf, root))
                .isEqualTo(new ProofOutcome.Fails("the path leads to "
                        + naive.root(3).base64() + " as the root of 3 leaves, not to " + leaf.base64()));
    }

    /** Every hash with a bit flipped, left out, doubled or exchanged with its neighbour, and one more at either end. */
    private List<List<Hash>> tampered(List<Hash> path, Hash other) {
        List<List<Hash>> all = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            List<Hash> changed = new ArrayList<>(path);
            changed.set(i, flipped(path.get(i)));
            all.add(changed);
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(i);
            all.add(shorter);
            List<Hash> longer = new ArrayList<>(path);
            longer.add(i, path.get(i));
            all.add(longer);
            if (i > 0) {
                List<Hash> exchanged = new ArrayList<>(path);
                Collections.swap(exchanged, i - 1, i);
                all.add(exchanged);
            }
        }
        List<Hash> ahead = new ArrayList<>(path);
        ahead.add(0, other);
        all.add(ahead);
        List<Hash> behind = new ArrayList<>(path);
        behind.add(other);
        all.add(behind);
        return all;
    }

    private Hash flipped(Hash hash) {
        byte[] bytes = hash.bytes();
        bytes[random.nextInt(Hash.LENGTH)] ^= (byte) (1 << random.nextInt(8));
        return Hash.of(bytes);
    }

    /** All places in a small tree; of a larger one the ends, the middle, and some by chance. */
    private SortedSet<Integer> some(int size) {
        SortedSet<Integer> places = new TreeSet<>(List.of(0, size / 2, size - 1));
        (size <= 33 ? IntStream.range(0, size) : random.ints(12, 0, size)).forEach(places::add);
        return places;
    }

    private InclusionProof inclusion(int index, int size) {
        return new InclusionProof(index, size, naive.inclusion(index, size));
    }

    private ConsistencyProof consistency(int from, int to) {
        return new ConsistencyProof(from, to, naive.consistency(from, to));
    }
}
