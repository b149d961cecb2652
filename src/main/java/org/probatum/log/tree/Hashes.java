package org.probatum.log.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * How leaves and nodes are hashed: RFC 6962, section 2.1 (RFC 9162, section 2.1.1, says the same), with SHA-256. The byte in
 * front keeps a node from being taken for a leaf.
 */
public final class Hashes {
    /** The root of the tree without leaves: the hash of nothing. */
    public static final Hash EMPTY = Hash.of(sha256().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Hashes() {}

    /** The hash of a leaf with this content. */
    public static Hash leaf(byte[] content) {
        MessageDigest digest = sha256();
        digest.update(LEAF);
        return Hash.of(digest.digest(content));
    }

    /** The hash of the node over two others. */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update(NODE);
        digest.update(left.shared());
        return Hash.of(digest.digest(right.shared()));
    }

    /** The root of the complete subtree over hashes of one row; they are a power of two in number. */
    static Hash root(List<Hash> row) {
        List<Hash> above = row;
        while (above.size() > 1) {
            List<Hash> below = above;
            above = new ArrayList<>(below.size() / 2);
            for (int i = 0; i < below.size(); i += 2) {
                above.add(node(below.get(i), below.get(i + 1)));
            }
        }
        return above.get(0);
    }

    /** The root over complete subtrees that stand side by side, the larger to the left; the empty root over none. */
    static Hash over(List<Hash> peaks) {
        if (peaks.isEmpty()) {
            return EMPTY;
        }
        Hash root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = node(peaks.get(i), root);
        }
        return root;
    }

    /** Hashes as the bytes of a tile: one after another. */
    public static byte[] join(List<Hash> hashes) {
        byte[] all = new byte[hashes.size() * Hash.LENGTH];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i).shared(), 0, all, i * Hash.LENGTH, Hash.LENGTH);
        }
        return all;
    }

    /**
     * The hashes that stand one after another in these bytes.
     *
     * @throws IllegalArgumentException when a part of a hash is left over
     */
    public static List<Hash> split(byte[] bytes) {
        if (bytes.length % Hash.LENGTH != 0) {
            throw new IllegalArgumentException(bytes.length + " bytes are no whole number of hashes");
        }
        return new HashRow(bytes.clone());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
