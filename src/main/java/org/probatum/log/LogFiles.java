package org.probatum.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.Tile;

/** The log as others read it: what was signed, leaves and tiles. */
@ApplicationScoped
public class LogFiles {
    private final LogTables tables;
    private final StoredTiles tiles;

    LogFiles(LogTables tables, StoredTiles tiles) {
        this.tables = tables;
        this.tiles = tiles;
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
        return placed("index >= ? and", " order by index limit ?", ask -> {
            ask.setLong(1, from);
            ask.setInt(2, most);
        });
    }

    /** The newest leaves that were signed, newest first. */
    public List<Placed> newest(int most) {
        return placed("", " order by index desc limit ?", ask -> ask.setInt(1, most));
    }

    private List<Placed> placed(String which, String how, LogTables.Filling filling) {
        return tables.all(
                "select index, leaf from log_leaf where " + which
                        + " index < (select coalesce(max(size), 0) from log_checkpoint)" + how,
                filling,
                row -> new Placed(row.getLong(1), row.getString(2)));
    }
}
