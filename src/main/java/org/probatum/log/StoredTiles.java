package org.probatum.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.Hashes;
import org.probatum.log.tree.Tile;
import org.probatum.log.tree.TileReader;

/**
 * The tree's hashes from the database, whatever is asked for in one statement. Full tiles are kept as they are; of others the
 * hashes are put together from what is one level below, which is kept.
 */
@ApplicationScoped
public class StoredTiles implements TileReader {
    private static final String FULL = "select %1$d, 0, hashes from log_tile where level = %2$d and index = %3$d";
    private static final String LEAVES = "select %1$d, index, hash from log_leaf where index >= %2$d and index < %3$d";
    private static final String ROOTS =
            "select %1$d, index, root from log_tile where level = %4$d and index >= %2$d and index < %3$d";

    private final LogTables tables;

    StoredTiles(LogTables tables) {
        this.tables = tables;
    }

    /** Hashes of a tile, from one of its places on. */
    private record Piece(int tile, long place, byte[] hashes) {}

    /** Tiles that are not whole in the database are not in the answer. */
    @Override
    public Map<Tile, List<Hash>> read(List<Tile> tiles) {
        return read("", tiles);
    }

    /** The same for the sequencer: a statement that says whose it is. */
    TileReader sequencing() {
        return tiles -> read(" " + LogTables.SEQUENCER, tiles);
    }

    private Map<Tile, List<Hash>> read(String whose, List<Tile> tiles) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < tiles.size(); i++) {
            parts.add(part(i, tiles.get(i)));
        }
        Map<Integer, List<Piece>> pieces = tables
                .all(
                        String.join(" union all ", parts) + whose,
                        row -> new Piece(row.getInt(1), row.getLong(2), row.getBytes(3)))
                .stream()
                .collect(Collectors.groupingBy(Piece::tile));
        Map<Tile, List<Hash>> read = new HashMap<>();
        pieces.forEach((i, those) -> {
            List<Hash> hashes = those.stream()
                    .sorted(Comparator.comparingLong(Piece::place))
                    .flatMap(piece -> Hashes.split(piece.hashes()).stream())
                    .toList();
            if (hashes.size() == tiles.get(i).width()) {
                read.put(tiles.get(i), hashes);
            }
        });
        return read;
    }

    private static String part(int i, Tile tile) {
        long first = tile.first();
        return tile.isFull()
                ? FULL.formatted(i, tile.level(), tile.index())
                : (tile.level() == 0 ? LEAVES : ROOTS).formatted(i, first, first + tile.width(), tile.level() - 1);
    }
}
