package org.probatum.log.tree;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hashes of whole subtrees of one log, which never change, remembered from one proof to the next: those over more leaves than a
 * tile has, since they are few and wanted often. The ones wanted longest ago are forgotten. Safe to share.
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
        return isKept(node) ? hashes.get(node) : null;
    }

    synchronized void put(Node node, Hash hash) {
        if (isKept(node)) {
            hashes.put(node, hash);
        }
    }

    /** One that stands in a tile as it is need not be reckoned. */
    private static boolean isKept(Node node) {
        return node.level() > Tile.HEIGHT;
    }
}
