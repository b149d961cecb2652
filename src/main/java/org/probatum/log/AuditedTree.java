package org.probatum.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.RunningRoot;

/** The tree over the leaves as they are, held against tiles and checkpoints while it grows. */
final class AuditedTree {
    private final Signatures.Signed signed;
    private final AuditedTiles tiles;
    private final RunningRoot root = new RunningRoot();
    private long sound;
    private boolean broken;
    private boolean tilesFit = true;

    AuditedTree(Signatures.Signed signed, StoredTiles tiles) {
        this.signed = signed;
        this.tiles = new AuditedTiles(tiles, signed.newest());
    }

    long size() {
        return root.size();
    }

    List<AuditReport.Finding> take(List<AuditedRow> rows) {
        List<AuditReport.Finding> findings = new ArrayList<>();
        tiles.read(rows.get(0).index(), rows.get(rows.size() - 1).index());
        for (AuditedRow row : rows) {
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
            Hash hash = row.hash();
            if (tiles.leaf(row.index()).filter(kept -> !kept.equals(hash)).isPresent()) {
                tilesFit = false;
                findings.add(new AuditReport.Finding(
                        row.index(),
                        "Leaf " + row.index()
                                + " is not the one that its tile was made of: it was put in another's place."));
            }
            root.add(hash);
            compareTiles(findings);
            compare(findings);
        }
        return findings;
    }

    /** As far as the first that does not fit: what is above one then does not either. */
    private void compareTiles(List<AuditReport.Finding> findings) {
        if (tilesFit) {
            tiles.node(root).ifPresent(fault -> {
                tilesFit = false;
                findings.add(fault);
            });
        }
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
}
