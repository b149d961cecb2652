package org.probatum.log.tree;

import java.util.List;

/**
 * What became of a tree by a batch of leaves.
 *
 * @param full the tiles that became full, in the order in which they did: a tile comes after those whose roots it holds
 */
public record Growth(Frontier before, Frontier after, List<FullTile> full) {
    public Growth {
        full = List.copyOf(full);
    }

    /** The root of the grown tree. */
    public Hash root() {
        return after.root();
    }
}
