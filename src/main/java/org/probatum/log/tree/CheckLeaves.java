package org.probatum.log.tree;

import java.util.function.Function;

/** Holds a whole log against a size and a root that were signed: each leaf is looked at once, and none is kept. */
public final class CheckLeaves {
    private CheckLeaves() {}

    /** What came of it. */
    public sealed interface Outcome {
        /** The leaves are those that were signed. */
        record Sound() implements Outcome {}

        /** The content of this leaf is not what its stored hash says: the first of such. */
        record Altered(long index) implements Outcome {}

        /** There are not as many as were signed: how many there are, or one more than were signed when there are more. */
        record Miscounted(long found) implements Outcome {}

        /** As many, each with its hash, and not the ones that were signed: what their root is. */
        record Replaced(Hash root) implements Outcome {}
    }

    /** Leaves of which only the contents are known. */
    public static Outcome contents(Iterable<byte[]> leaves, long size, Hash root) {
        return stored(leaves, content -> content, Hashes::leaf, size, root);
    }

    /**
     * Leaves with the hashes under which they are stored.
     *
     * @param content a leaf's content
     * @param hash its stored hash
     */
    public static <L> Outcome stored(
            Iterable<L> leaves, Function<L, byte[]> content, Function<L, Hash> hash, long size, Hash root) {
        RunningRoot running = new RunningRoot();
        for (L leaf : leaves) {
            if (running.size() == size) {
                return new Outcome.Miscounted(size + 1);
            }
            Hash found = Hashes.leaf(content.apply(leaf));
            if (!found.equals(hash.apply(leaf))) {
                return new Outcome.Altered(running.size());
            }
            running.add(found);
        }
        if (running.size() != size) {
            return new Outcome.Miscounted(running.size());
        }
        return running.root().equals(root) ? new Outcome.Sound() : new Outcome.Replaced(running.root());
    }
}
