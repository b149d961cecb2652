package org.probatum.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.RunningRoot;
import org.probatum.log.tree.Tile;

/** The tree over the leaves as they are, held against tiles and checkpoints while it grows. */
final class AuditedTree {
    private final Signatures.Signed signed;
    private final StoredTiles tiles;
    private final RunningRoot root = new RunningRoot();
    private long sound;
    private boolean broken;

    AuditedTree(Signatures.Signed signed, StoredTiles tiles) {
        this.signed = signed;
        this.tiles = tiles;
    }

    long size() {
        return root.size();
    }

    List<AuditReport.Finding> take(List<AuditLog.Row> rows) {
        List<AuditReport.Finding> findings = new ArrayList<>();
        Map<Tile, List<Hash>> kept = kept(rows);
        for (AuditLog.Row row : rows) {
            if (broken) {
                break;
            }
            if (row.index() != root.size()) {
                broken = true;
                findings.add(new AuditReport.Finding(
                        root.size(),
                        "Leaf " + root.size() + " is missing: the next one there is " + row.index() + "."));
                break;
            }
            Hash hash = Leaf.hash(row.leaf());
            List<Hash> tile = kept.get(new Tile(0, row.index() / Tile.FULL, Tile.FULL));
            if (tile != null && !tile.get((int) (row.index() % Tile.FULL)).equals(hash)) {
                findings.add(new AuditReport.Finding(
                        row.index(),
                        "Leaf " + row.index()
                                + " is not the one that its tile was made of: it was put in another's place."));
            }
            root.add(hash);
            compare(findings);
        }
        return findings;
    }

    private void compare(List<AuditReport.Finding> findings) {
        List<Signatures.Point> points = signed.at(root.size());
        if (points.isEmpty()) {
            return;
        }
        Hash now = root.root();
        for (Signatures.Point point : points) {
            if (!point.root().equals(now)) {
                broken = true;
                findings.add(new AuditReport.Finding(
                        sound,
                        "The leaves from " + sound + " to " + (root.size() - 1) + " are not those of the checkpoint "
                                + point.where() + " over " + root.size()
                                + ": at least one of them was replaced, removed, put"
                                + " in or moved."));
                return;
            }
        }
        sound = root.size();
    }

    /** What can be said once there are no more leaves. */
    Optional<AuditReport.Finding> end() {
        return broken
                ? Optional.empty()
                : signed.beyond(root.size())
                        .map(point -> new AuditReport.Finding(
                                root.size(),
                                "Leaf " + root.size() + " and those after it are gone: a checkpoint " + point.where()
                                        + " has " + point.size() + " leaves, and there are " + root.size()
                                        + ". Leaves were removed, or the database was put back to an older state."));
    }

    private Map<Tile, List<Hash>> kept(List<AuditLog.Row> rows) {
        List<Tile> wanted = rows.stream()
                .map(row -> row.index() / Tile.FULL)
                .distinct()
                .filter(index -> (index + 1) * Tile.FULL <= signed.newest())
                .map(index -> new Tile(0, index, Tile.FULL))
                .toList();
        return wanted.isEmpty() ? Map.of() : tiles.read(wanted);
    }
}
