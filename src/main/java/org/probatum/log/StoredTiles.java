package org.probatum.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probatum.log.tree.Hashes;
import org.probatum.log.tree.Tile;
import org.probatum.log.tree.TileHashes;
import org.probatum.log.tree.TileReader;

/**
 * The tree's hashes from the database, whatever is asked for in one statement. Full tiles are kept as they are; of others the
 * hashes are put together from what is one level below, which is kept.
 */
@ApplicationScoped
public class StoredTiles implements TileReader {
    private static final String FULL =
            "select cast(? as int), cast(0 as bigint), hashes, halfway from log_tile where level = ? and index = ?";
    private static final String LEAVES =
            "select cast(? as int), index, hash, null from log_leaf where index >= ? and index < ?";
    private static final String ROOTS =
            "select cast(? as int), index, root, null from log_tile where level = ? and index >= ? and index < ?";

    private final LogTables tables;

    StoredTiles(LogTables tables) {
        this.tables = tables;
    }

    /** Hashes of a tile, from one of its places on, and when they are all of them, those half of the way up. */
    private record Piece(int tile, long place, byte[] hashes, byte @Nullable [] halfway) {}

    /** Tiles that are not whole in the database are not in the answer. */
    @Override
    public Map<Tile, TileHashes> read(List<Tile> tiles) {
        return read("", tiles);
    }

    /** The same for the sequencer: a statement that says whose it is. */
    TileReader sequencing() {
        return tiles -> read(" " + LogTables.SEQUENCER, tiles);
    }

    /** What is asked for stands in parameters, so that few different statements come up, and the database plans each once. */
    private Map<Tile, TileHashes> read(String whose, List<Tile> tiles) {
        String sql = tiles.stream().map(StoredTiles::part).collect(Collectors.joining(" union all ", "", whose));
        Map<Integer, List<Piece>> pieces = tables
                .all(
                        sql,
                        ask -> fill(ask, tiles),
                        row -> new Piece(row.getInt(1), row.getLong(2), row.getBytes(3), row.getBytes(4)))
                .stream()
                .collect(Collectors.groupingBy(Piece::tile));
        Map<Tile, TileHashes> read = new HashMap<>();
        pieces.forEach((i, those) -> {
            TileHashes found = together(those);
            if (found.hashes().size() == tiles.get(i).width()) {
                read.put(tiles.get(i), found);
            }
        });
        return read;
    }

    private static TileHashes together(List<Piece> pieces) {
        Piece first = pieces.get(0);
        return first.halfway() != null
                ? new TileHashes(Hashes.split(first.hashes()), Hashes.split(first.halfway()))
                : TileHashes.of(pieces.stream()
                        .sorted(Comparator.comparingLong(Piece::place))
                        .flatMap(piece -> Hashes.split(piece.hashes()).stream())
                        .toList());
    }

    private static String part(Tile tile) {
        return tile.isFull() ? FULL : tile.level() == 0 ? LEAVES : ROOTS;
    }

    private static void fill(PreparedStatement ask, List<Tile> tiles) throws SQLException {
        int at = 1;
        for (int i = 0; i < tiles.size(); i++) {
            Tile tile = tiles.get(i);
            ask.setInt(at++, i);
            if (tile.isFull()) {
                ask.setInt(at++, tile.level());
                ask.setLong(at++, tile.index());
                continue;
            }
            if (tile.level() > 0) {
                ask.setInt(at++, tile.level() - 1);
            }
            ask.setLong(at++, tile.first());
            ask.setLong(at++, tile.first() + tile.width());
        }
    }
}
