package org.probatum.log.tree;

import java.util.List;

/**
 * That a leaf is in a tree: the hashes with which its own leads to the root. Takes any numbers, also absurd ones from a stranger:
 * those do not hold.
 *
 * <p>The size is as true as where it comes from: of a leaf to the left, several sizes have paths of one shape. It belongs to the
 * root, and a checkpoint signs the two together.
 *
 * @param index of the leaf, from 0
 * @param size of the tree, in leaves
 * @param path from the leaf up
 */
public record InclusionProof(long index, long size, List<Hash> path) {
    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether it proves that this leaf is in the tree with this root: RFC 9162, section 2.1.3.2. */
    public ProofOutcome check(Hash leaf, Hash root) {
        if (index < 0 || index >= size) {
            return new ProofOutcome.Fails("a tree of " + size + " has no leaf " + index);
        }
        Climb climb = new Climb(index, size - 1);
        Hash reached = leaf;
        for (Hash sibling : path) {
            if (climb.isAtTop()) {
                return new ProofOutcome.Fails("the path is longer than the tree is high");
            }
            reached = climb.isOnRight() ? Hashes.node(sibling, reached) : Hashes.node(reached, sibling);
            climb.up();
        }
        if (!climb.isAtTop()) {
            return new ProofOutcome.Fails("the path ends below the root");
        }
        return reached.equals(root)
                ? new ProofOutcome.Holds()
                : new ProofOutcome.Fails(
                        "leaf " + index + " leads to the root " + reached.base64() + ", not to " + root.base64());
    }
}
