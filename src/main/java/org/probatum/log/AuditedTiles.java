package org.probatum.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.RunningRoot;
import org.probatum.log.tree.Tile;
import org.probatum.log.tree.TileHashes;

/** The tiles as they are kept, held against the leaves while their tree grows: proofs are made of tiles. */
final class AuditedTiles {
    /** A tile keeps its lowest row, and the one half of its height up. */
    private static final int HALF_A_TILE = 4;

    private static final int TILE = 2 * HALF_A_TILE;

    private final StoredTiles tiles;
    private final long signed;
    private Map<Tile, TileHashes> kept = Map.of();

    /**
     * @param signed how many leaves were signed: no others have to be in tiles
     */
    AuditedTiles(StoredTiles tiles, long signed) {
        this.tiles = tiles;
        this.signed = signed;
    }

    /** Reads those that the leaves from one to another bear on. */
    void read(long from, long to) {
        List<Tile> wanted = new ArrayList<>();
        for (int level = 0; level == 0 || to + 1 >> TILE * level > 0; level++) {
            for (long index = from >> TILE * (level + 1); index <= to >> TILE * (level + 1); index++) {
                kept(level, index).ifPresent(wanted::add);
            }
        }
        kept = wanted.isEmpty() ? Map.of() : tiles.read(wanted);
    }

    /** What its tile has for a leaf; empty when that is not full, or is gone. */
    Optional<Hash> leaf(long index) {
        return Optional.ofNullable(kept.get(new Tile(0, index / Tile.FULL, Tile.FULL)))
                .map(tile -> tile.hashes().get((int) (index % Tile.FULL)));
    }

    /** The first node over the newest leaf that the leaves have filled and that is kept otherwise, or not at all. */
    Optional<AuditReport.Finding> node(RunningRoot tree) {
        long size = tree.size();
        for (int half = 1; size % (1L << HALF_A_TILE * half) == 0; half++) {
            int level = half / 2;
            long place = (size >> TILE * level) - 1;
            Optional<Tile> tile = kept(level, place / Tile.FULL);
            if (tile.isEmpty()) {
                continue;
            }
            long first = size - (1L << HALF_A_TILE * half);
            TileHashes found = kept.get(tile.get());
            if (found == null) {
                return Optional.of(fault(first, size, "is gone"));
            }
            int at = (int) (place % Tile.FULL);
            boolean between = half % 2 == 1;
            List<Hash> row = between ? found.halfway() : found.hashes();
            if (!row.isEmpty() && !row.get(between ? at >> HALF_A_TILE : at).equals(tree.newest(HALF_A_TILE * half))) {
                return Optional.of(fault(first, size, "is not theirs"));
            }
        }
        return Optional.empty();
    }

    private static AuditReport.Finding fault(long first, long size, String what) {
        return new AuditReport.Finding(
                first,
                "The tile over the leaves from " + first + " to " + (size - 1) + " " + what
                        + ": proofs that need it do not hold.");
    }

    /** One that has to be there: of the lowest level a full one, of the others all, since they are made of full ones. */
    private Optional<Tile> kept(int level, long index) {
        long width = (signed >> TILE * level) - index * Tile.FULL;
        return width < (level == 0 ? Tile.FULL : 1)
                ? Optional.empty()
                : Optional.of(new Tile(level, index, (int) Math.min(Tile.FULL, width)));
    }
}
