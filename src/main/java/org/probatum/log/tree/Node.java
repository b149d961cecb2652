package org.probatum.log.tree;

import java.util.List;

/**
 * A complete subtree.
 *
 * @param level it has 2<sup>level</sup> leaves
 * @param index how many of that size stand to its left
 */
record Node(int level, long index) {
    /** The level of tiles whose hashes make it up. */
    int tileLevel() {
        return level / Tile.HEIGHT;
    }

    /** The index of the one tile that has them. */
    long tileIndex() {
        return first() / Tile.FULL;
    }

    /** Its hash, from those of its tile. */
    Hash in(List<Hash> tile) {
        int from = (int) (first() % Tile.FULL);
        return Hashes.root(tile.subList(from, from + (1 << rows())));
    }

    private long first() {
        return index << rows();
    }

    private int rows() {
        return level % Tile.HEIGHT;
    }
}
