package org.probatum.log.tree;

import java.util.List;

/**
 * What a store has of a tile.
 *
 * @param hashes as many as the tile is wide
 * @param halfway of a full tile the 16 roots of its hashes taken 16 by 16, half of its height up: nodes above them take a
 *     sixteenth of the hashing from there. Empty when the store does not have them
 */
public record TileHashes(List<Hash> hashes, List<Hash> halfway) {
    private static final int HALF = Tile.HEIGHT / 2;

    public TileHashes {
        hashes = unchanging(hashes);
        halfway = unchanging(halfway);
        if (!halfway.isEmpty() && halfway.size() << HALF != hashes.size()) {
            throw new IllegalArgumentException(
                    hashes.size() + " hashes do not have " + halfway.size() + " half of the way up");
        }
    }

    private static List<Hash> unchanging(List<Hash> hashes) {
        return hashes instanceof HashRow ? hashes : List.copyOf(hashes);
    }

    /** Of a tile of which nothing else is known. */
    public static TileHashes of(List<Hash> hashes) {
        return new TileHashes(hashes, List.of());
    }

    /**
     * The root of the subtree over some of the hashes.
     *
     * @param from where they begin: at a multiple of their number
     * @param rows how far above them it stands: they are 2<sup>rows</sup>
     */
    Hash root(int from, int rows) {
        boolean above = rows >= HALF && !halfway.isEmpty();
        int skipped = above ? HALF : 0;
        int first = from >> skipped;
        return Hashes.root((above ? halfway : hashes).subList(first, first + (1 << (rows - skipped))));
    }
}
