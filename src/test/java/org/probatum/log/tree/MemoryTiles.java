package org.probatum.log.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A store as a database is one: leaves in a row, full tiles with their roots, every second with the nodes half of its height up,
 * and no others. Remembers what it was asked.
 */
final class MemoryTiles implements TileReader {
    final List<List<Tile>> asked = new ArrayList<>();

    private final List<Hash> leaves = new ArrayList<>();
    private final Map<Tile, FullTile> full = new HashMap<>();

    /** Grows by all of these at once. */
    static MemoryTiles of(List<Hash> leaves) {
        MemoryTiles tiles = new MemoryTiles();
        tiles.append(Frontier.EMPTY, leaves);
        return tiles;
    }

    Frontier append(Frontier frontier, List<Hash> more) {
        Growth growth = frontier.append(more);
        leaves.addAll(more);
        growth.full().forEach(tile -> full.put(tile.tile(), tile));
        return growth.after();
    }

    @Override
    public Map<Tile, TileHashes> read(List<Tile> tiles) {
        asked.add(tiles);
        Map<Tile, TileHashes> read = new HashMap<>();
        tiles.forEach(tile -> read.put(tile, tile.isFull() ? full(tile) : TileHashes.of(partial(tile))));
        return read;
    }

    private TileHashes full(Tile tile) {
        List<Hash> hashes = full.get(tile).hashes();
        List<Hash> halfway = IntStream.range(0, tile.index() % 2 == 0 ? 16 : 0)
                .mapToObj(i -> Hashes.root(hashes.subList(16 * i, 16 * i + 16)))
                .toList();
        return new TileHashes(hashes, halfway);
    }

    private List<Hash> partial(Tile tile) {
        List<Hash> hashes = new ArrayList<>();
        for (long i = tile.first(); i < tile.first() + tile.width(); i++) {
            hashes.add(
                    tile.level() == 0
                            ? leaves.get((int) i)
                            : full.get(new Tile(tile.level() - 1, i, Tile.FULL)).root());
        }
        return hashes;
    }
}
