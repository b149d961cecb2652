package org.probatum.log.tree;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of whole subtrees of one log, which never change, remembered from one proof to the next: those over more leaves than a
 * tile has, since they are few and wanted often, and those of the tiles that are not full, which nearly every proof needs. The
 * ones wanted longest ago are forgotten. Safe to share.
 */
public final class Subtrees {
    private final Map<Node, Hash> hashes;

    /**
     * @param most how many are remembered; a log of ten million leaves has 39,000
     */
    public Subtrees(int most) {
        this.hashes = new LinkedHashMap<>(1024, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Node, Hash> eldest) {
                return size() > most;
            }
        };
    }

    synchronized @Nullable Hash get(Node node) {
        return hashes.get(node);
    }

    /** Remembers one of a tile, if it is worth it. */
    synchronized void put(Node node, Tile tile, Hash hash) {
        if (node.level() > Tile.HEIGHT || !tile.isFull()) {
            hashes.put(node, hash);
        }
    }
}
