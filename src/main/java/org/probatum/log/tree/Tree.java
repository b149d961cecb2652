package org.probatum.log.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The tree over the first leaves of a log, read from tiles: each answer asks for the tiles that it needs, and for all of them at
 * once.
 */
public final class Tree {
    private static final Comparator<Tile> ORDER =
            Comparator.comparingInt(Tile::level).thenComparingLong(Tile::index);

    private final long size;
    private final TileReader tiles;
    private final @Nullable Subtrees remembered;

    /**
     * @param size how many leaves, from 0; as many as the reader has, or fewer
     * @throws IllegalArgumentException for less than 0
     */
    public Tree(long size, TileReader tiles) {
        this(size, tiles, null);
    }

    /**
     * The same.
     *
     * @param remembered hashes of this log's subtrees that are known from before; null for none
     */
    public Tree(long size, TileReader tiles, @Nullable Subtrees remembered) {
        if (size < 0) {
            throw new IllegalArgumentException("no tree has " + size + " leaves");
        }
        this.size = size;
        this.tiles = tiles;
        this.remembered = remembered;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return size == 0
                ? Hashes.EMPTY
                : hashes(List.of(List.of(new Span(0, size)))).get(0).get(0);
    }

    /**
     * A proof that the leaf at an index is in this tree.
     *
     * @throws IllegalArgumentException when none is
     */
    public InclusionProof inclusion(long index) {
        return inclusion(List.of(index)).get(0);
    }

    /** Proofs for several leaves, in their order. */
    public List<InclusionProof> inclusion(Collection<Long> indexes) {
        List<List<Span>> paths = new ArrayList<>();
        for (long index : indexes) {
            if (index < 0 || index >= size) {
                throw new IllegalArgumentException("a tree of " + size + " has no leaf " + index);
            }
            paths.add(Span.toInclude(index, size));
        }
        List<List<Hash>> hashes = hashes(paths);
        List<InclusionProof> proofs = new ArrayList<>();
        int i = 0;
        for (long index : indexes) {
            proofs.add(new InclusionProof(index, size, hashes.get(i++)));
        }
        return proofs;
    }

    /**
     * A proof that this tree begins with the leaves of a former one.
     *
     * @param from the size of the former one
     * @throws IllegalArgumentException when that is larger
     */
    public ConsistencyProof consistency(long from) {
        if (from < 0 || from > size) {
            throw new IllegalArgumentException("a tree of " + size + " does not extend one of " + from);
        }
        return new ConsistencyProof(
                from, size, hashes(List.of(Span.toExtend(from, size))).get(0));
    }

    private List<List<Hash>> hashes(List<List<Span>> paths) {
        SortedSet<Tile> wanted = new TreeSet<>(ORDER);
        Map<Node, Hash> known = new HashMap<>();
        paths.forEach(path -> path.forEach(span -> span.nodes().forEach(node -> {
            Hash before = remembered == null ? null : remembered.get(node);
            if (before == null) {
                wanted.add(tile(node));
            } else {
                known.put(node, before);
            }
        })));
        Map<Tile, TileHashes> read = wanted.isEmpty() ? Map.of() : tiles.read(List.copyOf(wanted));
        return paths.stream()
                .map(path -> path.stream().map(span -> hash(span, read, known)).toList())
                .toList();
    }

    /** Proofs share much of their upper ends: each node is reckoned once. */
    private Hash hash(Span span, Map<Tile, TileHashes> read, Map<Node, Hash> known) {
        return Hashes.over(span.nodes().stream()
                .map(node -> known.computeIfAbsent(node, one -> reckoned(one, read)))
                .toList());
    }

    private Hash reckoned(Node node, Map<Tile, TileHashes> read) {
        Tile tile = tile(node);
        Hash hash = node.in(TileGap.filled(tile, read));
        if (remembered != null) {
            remembered.put(node, tile, hash);
        }
        return hash;
    }

    private Tile tile(Node node) {
        return Tile.in(size, node.tileLevel(), node.tileIndex());
    }
}
