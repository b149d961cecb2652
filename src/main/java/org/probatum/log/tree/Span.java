package org.probatum.log.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Neighbouring leaves whose hash a tree has or a proof names, from the first to before the last. Which ones a proof names, and in
 * which order, is said by RFC 6962, sections 2.1.1 and 2.1.2.
 */
record Span(long start, long end) {
    /** What an inclusion proof names, from the leaf up. */
    static List<Span> toInclude(long index, long size) {
        List<Span> path = new ArrayList<>();
        Span rest = new Span(0, size);
        while (rest.length() > 1) {
            boolean left = index < rest.split();
            path.add(left ? rest.right() : rest.left());
            rest = left ? rest.left() : rest.right();
        }
        Collections.reverse(path);
        return path;
    }

    /** What a consistency proof names, likewise; nothing when either tree tells all about the other. */
    static List<Span> toExtend(long from, long to) {
        List<Span> path = new ArrayList<>();
        if (from == 0) {
            return path;
        }
        Span rest = new Span(0, to);
        while (rest.end > from) {
            boolean left = from <= rest.split();
            path.add(left ? rest.right() : rest.left());
            rest = left ? rest.left() : rest.right();
        }
        if (rest.start > 0) {
            path.add(rest);
        }
        Collections.reverse(path);
        return path;
    }

    /** The complete subtrees it is made of, from left to right, the larger first. */
    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (long at = start; at < end; ) {
            long leaves = Long.highestOneBit(end - at);
            nodes.add(new Node(Long.numberOfTrailingZeros(leaves), at / leaves));
            at += leaves;
        }
        return nodes;
    }

    private long length() {
        return end - start;
    }

    /** After the largest power of two of leaves that does not take all of them. */
    private long split() {
        return start + Long.highestOneBit(length() - 1);
    }

    private Span left() {
        return new Span(start, split());
    }

    private Span right() {
        return new Span(split(), end);
    }
}
