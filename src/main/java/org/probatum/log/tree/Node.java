package org.probatum.log.tree;

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
    Hash in(TileHashes tile) {
        return tile.root((int) (first() % Tile.FULL), rows());
    }

    private long first() {
        return index << rows();
    }

    private int rows() {
        return level % Tile.HEIGHT;
    }
}
