package org.probatum.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.Subtrees;
import org.probatum.log.tree.Tile;
import org.probatum.log.tree.TileHashes;
import org.probatum.log.tree.Tree;

/** The log as others read it: what was signed, leaves and tiles. */
@ApplicationScoped
public class LogFiles {
    private static final int REMEMBERED = 100_000;

    private final LogTables tables;
    private final StoredTiles tiles;
    private final LoggedEvents logged;
    private final Cosignatures cosignatures;
    private final int quorum;
    private final Subtrees subtrees = new Subtrees(REMEMBERED);

    LogFiles(LogTables tables, StoredTiles tiles, LoggedEvents logged, Cosignatures cosignatures, Witnesses witnesses) {
        this.tables = tables;
        this.logged = logged;
        this.tiles = tiles;
        this.cosignatures = cosignatures;
        this.quorum = witnesses.quorum();
    }

    /** A leaf in its place. */
    public record Placed(long index, String leaf) {
        /** Its content, taken apart. */
        public Leaf content() {
            return Leaf.parse(leaf);
        }
    }

    /** The newest checkpoint; empty before the first. */
    public Optional<Head> head() {
        return tables.head();
    }

    /** The newest checkpoint that is given out: one that as many witnesses cosigned as have to. */
    public Optional<Head> checkpoint() {
        return quorum == 0
                ? head().map(head -> cosignatures.newest(head.size(), 1).orElse(head))
                : cosignatures.newest(0, quorum);
    }

    /** A checkpoint over at least so many leaves: the newest that witnesses cosigned, or the newest of all when they did none. */
    public Optional<Head> covering(long leaves) {
        return cosignatures.newest(leaves, Math.max(1, quorum)).or(() -> head().filter(head -> head.size() >= leaves));
    }

    /** How many events wait to be taken in. */
    public long waiting() {
        return tables.waiting();
    }

    /** The hashes of a tile that the signed tree has; empty when it has none there. */
    public Optional<List<Hash>> tile(Tile tile) {
        return head().filter(head -> tile.isIn(head.size()))
                .flatMap(head ->
                        Optional.ofNullable(tiles.read(List.of(tile)).get(tile)).map(TileHashes::hashes));
    }

    /** Leaves from one on, at most so many, none beyond what was signed. */
    public List<Placed> leaves(long from, int most) {
        return placed("index >= ? and", " order by index limit ?", ask -> {
            ask.setLong(1, from);
            ask.setInt(2, most);
        });
    }

    /** The newest leaves that were signed, newest first. */
    public List<Placed> newest(int most) {
        return placed("", " order by index desc limit ?", ask -> ask.setInt(1, most));
    }

    /** An event of a source in its place: its leaf, and what was said; null once that was erased. */
    public record Sealed(long index, String leaf, @Nullable String payload) {}

    /** Those of the events that were signed, in the order of the log, and were not erased since. */
    public List<Sealed> sealed(String source, Collection<Long> events, long size) {
        Map<LoggedEvents.Name, LeafSource.Kept> kept = logged.read(
                events.stream().map(id -> new LoggedEvents.Name(id, source)).toList());
        return tables.all(
                "select event_id, index, leaf from log_leaf where source = ? and event_id = any(?) and index < ?"
                        + " order by index",
                ask -> {
                    ask.setString(1, source);
                    ask.setArray(2, ask.getConnection().createArrayOf("bigint", events.toArray()));
                    ask.setLong(3, size);
                },
                row -> new Sealed(
                        row.getLong(2),
                        row.getString(3),
                        Optional.ofNullable(kept.get(new LoggedEvents.Name(row.getLong(1), source)))
                                .map(LeafSource.Kept::payload)
                                .orElse(null)));
    }

    /** Leaves from one on, at most so many, each with what was said in it. */
    public List<Sealed> sealed(long from, int most) {
        record Found(long index, String leaf, LoggedEvents.Name of) {}
        List<Found> found = tables.all(
                "select index, leaf, event_id, source from log_leaf where index >= ? and index < ? order by index",
                ask -> {
                    ask.setLong(1, from);
                    ask.setLong(2, from + most);
                },
                row -> new Found(
                        row.getLong(1), row.getString(2), new LoggedEvents.Name(row.getLong(3), row.getString(4))));
        Map<LoggedEvents.Name, LeafSource.Kept> kept =
                logged.read(found.stream().map(Found::of).toList());
        return found.stream()
                .map(one -> new Sealed(
                        one.index(),
                        one.leaf(),
                        Optional.ofNullable(kept.get(one.of()))
                                .map(LeafSource.Kept::payload)
                                .orElse(null)))
                .toList();
    }

    /** Tiles as they are kept; what is not there is not in the answer. */
    public Map<Tile, TileHashes> tiles(List<Tile> wanted) {
        return tiles.read(wanted);
    }

    /** The tree over the first leaves, for proofs. */
    public Tree tree(long size) {
        return new Tree(size, tiles, subtrees);
    }

    private List<Placed> placed(String which, String how, LogTables.Filling filling) {
        return tables.all(
                "select index, leaf from log_leaf where " + which
                        + " index < (select coalesce(max(size), 0) from log_checkpoint)" + how,
                filling,
                row -> new Placed(row.getLong(1), row.getString(2)));
    }
}
