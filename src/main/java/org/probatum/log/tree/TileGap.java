package org.probatum.log.tree;

import java.util.List;
import java.util.Map;

/** A store that has not the hashes that a tree of this size must have: a fault of the store, not of whoever asks. */
public final class TileGap extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private TileGap(Tile tile, int found) {
        super("the store has " + found + " of the " + tile.width() + " hashes of " + TilePath.of(tile));
    }

    /** The hashes of a tile among those that were read. */
    static List<Hash> filled(Tile tile, Map<Tile, List<Hash>> read) {
        List<Hash> hashes = read.getOrDefault(tile, List.of());
        if (hashes.size() != tile.width()) {
            throw new TileGap(tile, hashes.size());
        }
        return hashes;
    }
}
