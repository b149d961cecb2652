package org.probatum.log;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.probatum.log.note.Checkpoint;
import org.probatum.log.note.Note;
import org.probatum.log.note.NoteSigner;
import org.probatum.log.tree.Frontier;
import org.probatum.log.tree.Growth;

/**
 * Takes what waits into the tree, a batch at a time, and signs what it has become. One node does so at a time; a batch, its
 * tiles and its checkpoint are one transaction. It never signs on top of a log that is not the one signed before.
 */
@ApplicationScoped
public class Sequencer {
    private static final int BATCH = 2_000;
    private static final int SECONDS = 60;

    private final LogTables tables;
    private final StoredTiles tiles;
    private final LogKeys keys;
    private final LogMemory memory;
    private final FormerHead former;
    private final LoggedEvents events;
    private final Clock clock;

    Sequencer(
            LogTables tables,
            StoredTiles tiles,
            LogKeys keys,
            LogMemory memory,
            FormerHead former,
            LoggedEvents events,
            Clock clock) {
        this.tables = tables;
        this.tiles = tiles;
        this.keys = keys;
        this.memory = memory;
        this.former = former;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes in a batch.
     *
     * @return how many became leaves; none when nothing waits, another node is at it, or there is no key
     * @throws LogBroken when the log is not as it was signed
     */
    public int integrate() {
        NoteSigner signer = keys.signer().orElse(null);
        if (signer == null || !tables.anyWaiting()) {
            return 0;
        }
        Batch done = QuarkusTransaction.requiringNew().timeout(SECONDS).call(() -> batch(signer));
        if (done.taken() > 0) {
            memory.remember(Objects.requireNonNull(done.head()).note());
        }
        return done.taken();
    }

    private record Batch(int taken, @Nullable Head head) {}

    private Batch batch(NoteSigner signer) {
        if (!tables.elected()) {
            return new Batch(0, null);
        }
        Frontier edge = Frontier.read(tables.size(), tiles.sequencing());
        List<NoteSigner> signers = former.signers(edge, signer);
        List<LogTables.Sealed> leaves = leaves(tables.waiting(BATCH));
        if (leaves.isEmpty()) {
            return new Batch(0, null);
        }
        Growth growth = edge.append(leaves.stream().map(LogTables.Sealed::hash).toList());
        Checkpoint checkpoint =
                new Checkpoint(signer.key().name(), growth.after().size(), growth.root());
        Note note = signers.get(0).sign(checkpoint.text());
        for (NoteSigner another : signers.subList(1, signers.size())) {
            note = note.with(another.signature(checkpoint.text()));
        }
        Head head = new Head(checkpoint.size(), checkpoint.root(), note.format(), clock.instant());
        tables.append(growth, leaves);
        tables.sign(head);
        return new Batch(leaves.size(), head);
    }

    /** In the order of their ids; an event that is gone before it was taken in goes on waiting, for everybody to see. */
    private List<LogTables.Sealed> leaves(List<LoggedEvents.Name> waiting) {
        Map<LoggedEvents.Name, LeafSource.Kept> kept = events.read(waiting);
        List<LogTables.Sealed> leaves = new ArrayList<>();
        for (LoggedEvents.Name one : waiting) {
            LeafSource.Kept event = kept.get(one);
            if (event != null) {
                String leaf = Leaf.of(one.source(), event).text();
                leaves.add(new LogTables.Sealed(one, leaf, Leaf.hash(leaf)));
            }
        }
        return leaves;
    }
}
