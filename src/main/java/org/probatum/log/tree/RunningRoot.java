package org.probatum.log.tree;

import java.util.ArrayList;
import java.util.List;

/** The root of a tree whose leaves come one after another: keeps one hash for each power of two in their number. */
public final class RunningRoot {
    private final List<Hash> peaks = new ArrayList<>();
    private long size;

    /** Takes the next leaf. */
    public void add(Hash leaf) {
        Hash peak = leaf;
        for (long rest = size; rest % 2 == 1; rest >>= 1) {
            peak = Hashes.node(peaks.remove(peaks.size() - 1), peak);
        }
        peaks.add(peak);
        size = Math.addExact(size, 1);
    }

    /** How many leaves came. */
    public long size() {
        return size;
    }

    /** The root over those that came. */
    public Hash root() {
        return Hashes.over(peaks);
    }
}
