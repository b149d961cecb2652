package org.probatum.log.tree;

import java.util.List;

/**
 * A tile that is full and will never change: what a store keeps of the tree.
 *
 * @param hashes 256
 * @param root of the subtree over them: a hash of the level above, at the place of this tile's index
 */
public record FullTile(int level, long index, List<Hash> hashes, Hash root) {
    public FullTile {
        hashes = List.copyOf(hashes);
    }

    static FullTile of(int level, long index, List<Hash> hashes) {
        return new FullTile(level, index, hashes, Hashes.root(hashes));
    }

    public Tile tile() {
        return new Tile(level, index, Tile.FULL);
    }
}
