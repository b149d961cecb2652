package org.probatum.log.tree;

import java.util.List;
import java.util.Map;

/** A store that has not the hashes that a tree of this size must have: a fault of the store, not of whoever asks. */
public final class TileGap extends IllegalStateException {
    private static final long serialVersionUID = 1;
    private static final TileHashes NOTHING = TileHashes.of(List.of());

    private TileGap(Tile tile, int found) {
        super("the store has " + found + " of the " + tile.width() + " hashes of " + TilePath.of(tile));
    }

    /** What was read of a tile, among those that were read. */
    static TileHashes filled(Tile tile, Map<Tile, TileHashes> read) {
        TileHashes found = read.getOrDefault(tile, NOTHING);
        if (found.hashes().size() != tile.width()) {
            throw new TileGap(tile, found.hashes().size());
        }
        return found;
    }
}
