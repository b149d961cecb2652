package org.probatum.log.tree;

import java.util.ArrayList;
import java.util.List;

/** The root of a tree whose leaves come one after another: keeps one hash for each power of two in their number. */
public final class RunningRoot {
    private final List<Hash> peaks = new ArrayList<>();
    /** By level. */
    private final List<Hash> newest = new ArrayList<>();

    private long size;

    /** Takes the next leaf. */
    public void add(Hash leaf) {
        Hash peak = leaf;
        int level = 0;
        keep(level, peak);
        for (long rest = size; rest % 2 == 1; rest >>= 1) {
            peak = Hashes.node(peaks.remove(peaks.size() - 1), peak);
            keep(++level, peak);
        }
        peaks.add(peak);
        size = Math.addExact(size, 1);
    }

    /** How many leaves came. */
    public long size() {
        return size;
    }

    /**
     * The root of the newest complete subtree of 2<sup>level</sup> leaves.
     *
     * @throws IndexOutOfBoundsException before there is one
     */
    public Hash newest(int level) {
        return newest.get(level);
    }

    /** The root over those that came. */
    public Hash root() {
        return Hashes.over(peaks);
    }

    private void keep(int level, Hash root) {
        if (level == newest.size()) {
            newest.add(root);
        } else {
            newest.set(level, root);
        }
    }
}
