package org.probatum.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.InclusionProof;
import org.probatum.log.tree.Tile;
import org.probatum.log.tree.Tree;

/** The log as others read it: what was signed, leaves, tiles and proofs. */
@ApplicationScoped
public class LogFiles {
    private final LogTables tables;
    private final StoredTiles tiles;

    LogFiles(LogTables tables, StoredTiles tiles) {
        this.tables = tables;
        this.tiles = tiles;
    }

    /** A leaf in its place. */
    public record Placed(long index, String source, long event, String leaf) {
        /** Its content, taken apart. */
        public Leaf content() {
            return Leaf.parse(leaf);
        }
    }

    /** The newest checkpoint; empty before the first. */
    public Optional<Head> head() {
        return tables.head();
    }

    /** How many events wait to be taken in. */
    public long waiting() {
        return tables.waiting();
    }

    /** The hashes of a tile that the signed tree has; empty when it has none there. */
    public Optional<List<Hash>> tile(Tile tile) {
        return head().filter(head -> tile.isIn(head.size()))
                .flatMap(head -> Optional.ofNullable(tiles.read(List.of(tile)).get(tile)));
    }

    /** Leaves from one on, at most so many, none beyond what was signed. */
    public List<Placed> leaves(long from, int most) {
        return tables.all(
                "select index, source, event_id, leaf from log_leaf where index >= ? and index <"
                        + " (select coalesce(max(size), 0) from log_checkpoint) order by index limit ?",
                ask -> {
                    ask.setLong(1, from);
                    ask.setInt(2, most);
                },
                row -> new Placed(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)));
    }

    /** The newest leaves that were signed, newest first. */
    public List<Placed> newest(int most) {
        return tables.all(
                "select index, source, event_id, leaf from log_leaf where index <"
                        + " (select coalesce(max(size), 0) from log_checkpoint) order by index desc limit ?",
                ask -> ask.setInt(1, most),
                row -> new Placed(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)));
    }

    /** The leaves of a source's events, in the log's order; fewer than events while some wait. */
    public List<Placed> leaves(String source, List<Long> events) {
        return tables.all(
                "select index, source, event_id, leaf from log_leaf where source = ? and event_id = any(?) and index <"
                        + " (select coalesce(max(size), 0) from log_checkpoint) order by index",
                ask -> {
                    ask.setString(1, source);
                    ask.setArray(2, ask.getConnection().createArrayOf("bigint", events.toArray()));
                },
                row -> new Placed(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)));
    }

    /** That leaves are in a tree that was signed; in their order. */
    public List<InclusionProof> proofs(Head head, List<Long> indexes) {
        return new Tree(head.size(), tiles).inclusion(indexes);
    }
}
