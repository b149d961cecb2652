package org.probatum.log.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The right edge of a tree: the hashes of its tiles that are not full. It knows the root, and all that is needed to append. Never
 * changes; what is appended makes another.
 */
public final class Frontier {
    /** Of the tree without leaves. */
    public static final Frontier EMPTY = new Frontier(0, List.of());

    private final long size;
    /** By level, from 0: as many hashes as the last tile of the level has, none when that is full. */
    private final List<List<Hash>> rows;

    private Frontier(long size, List<List<Hash>> rows) {
        this.size = size;
        this.rows = rows;
    }

    /**
     * The right edge of a tree that is kept somewhere; asks for all tiles at once.
     *
     * @throws IllegalArgumentException for a size below 0
     */
    public static Frontier read(long size, TileReader tiles) {
        if (size < 0) {
            throw new IllegalArgumentException("no tree has " + size + " leaves");
        }
        List<Tile> edge = Tile.rightEdge(size);
        Map<Tile, TileHashes> read = edge.isEmpty() ? Map.of() : tiles.read(edge);
        List<List<Hash>> rows = new ArrayList<>();
        for (Tile tile : edge) {
            while (rows.size() < tile.level()) {
                rows.add(List.of());
            }
            rows.add(TileGap.filled(tile, read).hashes());
        }
        return new Frontier(size, List.copyOf(rows));
    }

    /** How many leaves the tree has. */
    public long size() {
        return size;
    }

    public Hash root() {
        List<Hash> peaks = new ArrayList<>();
        for (int level = rows.size() - 1; level >= 0; level--) {
            List<Hash> row = rows.get(level);
            for (int at = 0; at < row.size(); ) {
                int leaves = Integer.highestOneBit(row.size() - at);
                peaks.add(Hashes.root(row.subList(at, at + leaves)));
                at += leaves;
            }
        }
        return Hashes.over(peaks);
    }

    /** The tiles that are not full, with their hashes, from level 0 up. */
    public SortedMap<Tile, List<Hash>> edge() {
        SortedMap<Tile, List<Hash>> edge = new TreeMap<>(Comparator.comparingInt(Tile::level));
        Tile.rightEdge(size).forEach(tile -> edge.put(tile, rows.get(tile.level())));
        return edge;
    }

    /** The tree with these leaves behind its own, and the tiles that became full by it. */
    public Growth append(List<Hash> leaves) {
        List<List<Hash>> grown = new ArrayList<>();
        rows.forEach(row -> grown.add(new ArrayList<>(row)));
        List<FullTile> full = new ArrayList<>();
        long count = size;
        for (Hash leaf : leaves) {
            count = Math.addExact(count, 1);
            Hash hash = leaf;
            for (int level = 0; ; level++) {
                if (level == grown.size()) {
                    grown.add(new ArrayList<>());
                }
                List<Hash> row = grown.get(level);
                row.add(hash);
                if (row.size() < Tile.FULL) {
                    break;
                }
                FullTile tile = FullTile.of(level, Tile.row(count, level + 1) - 1, row);
                full.add(tile);
                row.clear();
                hash = tile.root();
            }
        }
        List<List<Hash>> rest = grown.stream().map(List::copyOf).toList();
        return new Growth(this, new Frontier(count, rest), full);
    }
}
