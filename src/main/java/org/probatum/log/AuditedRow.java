package org.probatum.log;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.probatum.log.tree.Hash;

/** A row of the log as it stands, on its way through an audit. */
final class AuditedRow {
    private final long index;
    private final LoggedEvents.Name of;
    private final String leaf;
    private final byte[] stored;
    private @Nullable Hash hash;

    /**
     * @param stored the hash that the row has
     */
    AuditedRow(long index, LoggedEvents.Name of, String leaf, byte[] stored) {
        this.index = index;
        this.of = of;
        this.leaf = leaf;
        this.stored = stored;
    }

    long index() {
        return index;
    }

    /** The event that it stands for. */
    LoggedEvents.Name of() {
        return of;
    }

    String leaf() {
        return leaf;
    }

    /** The hash of its content, reckoned once: one step of the audit takes it after the other. */
    Hash hash() {
        if (hash == null) {
            hash = Leaf.hash(leaf);
        }
        return hash;
    }

    /** The row has the hash of its content. */
    boolean isHashed() {
        return Arrays.equals(hash().bytes(), stored);
    }
}
