package org.probatum.log.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a tile lies in the tree (C2SP tlog-tiles): neighbouring hashes of one row, 256 of them when it is full. At level 0 they
 * are hashes of leaves, at level L roots of complete subtrees of 256<sup>L</sup> leaves, which are the roots of the full tiles
 * one level below.
 *
 * @param level 0 to 7; higher ones belong to trees of 2<sup>64</sup> leaves and more
 * @param index of the tile in its level, from 0
 * @param width how many hashes it has, 1 to 256; only the last of a level may have fewer than 256
 */
public record Tile(int level, long index, int width) {
    /** Rows of the tree in one tile. */
    static final int HEIGHT = 8;

    /** Hashes in a full tile. */
    public static final int FULL = 1 << HEIGHT;

    static final int LEVELS = Long.SIZE / HEIGHT;

    public Tile {
        long most = level < 0 || level >= LEVELS ? 0 : row(Long.MAX_VALUE, level);
        if (width < 1 || width > Math.min(FULL, most) || index < 0 || index > (most - width) / FULL) {
            throw new IllegalArgumentException("no tree has a tile " + level + "/" + index + " of width " + width);
        }
    }

    /**
     * The tile as it is in a tree of some size.
     *
     * @throws IllegalArgumentException when that tree has none there
     */
    public static Tile in(long size, int level, long index) {
        return new Tile(level, index, (int) Math.max(0, Math.min(FULL, row(size, level) - index * FULL)));
    }

    /** The tiles of a tree that are not full, from level 0 up: all that is needed to let it grow. */
    public static List<Tile> rightEdge(long size) {
        List<Tile> edge = new ArrayList<>();
        for (int level = 0; level < LEVELS; level++) {
            long row = row(size, level);
            if (row % FULL > 0) {
                edge.add(new Tile(level, row / FULL, (int) (row % FULL)));
            }
        }
        return List.copyOf(edge);
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** The place of its first hash among all hashes of its level. */
    public long first() {
        return index * FULL;
    }

    /** A tree of this size has all of its hashes. */
    public boolean isIn(long size) {
        return first() + width <= row(size, level);
    }

    /** How many hashes a tree has at a level of tiles: one for each complete subtree. */
    static long row(long size, int level) {
        return size >> (HEIGHT * level);
    }
}
