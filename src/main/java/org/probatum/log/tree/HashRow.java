package org.probatum.log.tree;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** Hashes that stand one after another in bytes which nobody changes, made one by one as they are asked for: a proof wants few. */
final class HashRow extends AbstractList<Hash> implements RandomAccess {
    private final byte[] bytes;

    HashRow(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public Hash get(int index) {
        return Hash.at(bytes, Objects.checkIndex(index, size()) * Hash.LENGTH);
    }

    @Override
    public int size() {
        return bytes.length / Hash.LENGTH;
    }
}
