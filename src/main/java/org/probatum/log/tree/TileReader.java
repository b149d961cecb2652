package org.probatum.log.tree;

import java.util.List;
import java.util.Map;

/**
 * Where a tree's hashes are kept. A store needs only the full tiles with their roots, and the hashes of leaves: of a tile that
 * is not full, the hashes are those of leaves (level 0), or the roots of full tiles one level below, at the same places.
 */
@FunctionalInterface
public interface TileReader {
    /**
     * The hashes of tiles, each with as many as the tile is wide, from {@link Tile#first()} on. Called once for all that a root
     * or a proof needs, so that a database is asked once.
     *
     * @param tiles different ones, ordered by level, then by index
     */
    Map<Tile, TileHashes> read(List<Tile> tiles);
}
