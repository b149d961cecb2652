package org.probatum.log.tree;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The contents of the leaves that one tile of level 0 hashes, as they are served: each after its length in two bytes (C2SP tlog-tiles). */
public final class EntryBundle {
    /** Of one entry, in bytes. */
    public static final int LONGEST = 0xffff;

    private EntryBundle() {}

    /**
     * Contents as a bundle.
     *
     * @throws IllegalArgumentException when one is longer than {@value #LONGEST} bytes
     */
    public static byte[] join(List<byte[]> entries) {
        int length =
                entries.stream().mapToInt(entry -> Short.BYTES + entry.length).sum();
        ByteBuffer bundle = ByteBuffer.allocate(length);
        for (byte[] entry : entries) {
            if (entry.length > LONGEST) {
                throw new IllegalArgumentException("an entry of " + entry.length + " bytes is too long to be served");
            }
            bundle.putShort((short) entry.length).put(entry);
        }
        return bundle.array();
    }

    /**
     * The contents in a bundle.
     *
     * @throws IllegalArgumentException when it ends within one
     */
    public static List<byte[]> split(byte[] bundle) {
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        List<byte[]> entries = new ArrayList<>();
        while (rest.hasRemaining()) {
            int length = rest.remaining() < Short.BYTES ? LONGEST : Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining()) {
                throw new IllegalArgumentException("the bundle ends within entry " + entries.size());
            }
            byte[] entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        return List.copyOf(entries);
    }
}
