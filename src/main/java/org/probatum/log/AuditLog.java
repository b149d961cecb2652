package org.probatum.log;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Holds the whole log against itself and against what was signed: every event against its leaf, every leaf against its hash and
 * its tile, and the tree against each checkpoint, those remembered outside the database with them. Reads a page at a time, as far
 * as was signed when it began: the log grows meanwhile.
 */
@ApplicationScoped
public class AuditLog {
    private static final int PAGE = 5_000;
    private static final int MOST_FINDINGS = 20;

    private final LogTables tables;
    private final StoredTiles tiles;
    private final Signatures signatures;
    private final LoggedEvents events;
    private final WitnessRounds witnesses;

    AuditLog(LogTables tables, StoredTiles tiles, Signatures signatures, LoggedEvents events, WitnessRounds witnesses) {
        this.tables = tables;
        this.tiles = tiles;
        this.signatures = signatures;
        this.events = events;
        this.witnesses = witnesses;
    }

    /**
     * A row of the log as it stands.
     *
     * @param hash as stored
     */
    record Row(long index, LoggedEvents.Name of, String leaf, byte[] hash) {}

    /**
     * Looks at everything.
     *
     * @param progress told how many leaves were looked at, now and then
     */
    public AuditReport audit(LongConsumer progress) {
        List<AuditReport.Finding> findings = new ArrayList<>();
        Signatures.Signed signed = QuarkusTransaction.requiringNew().call(signatures::read);
        findings.addAll(signed.findings());
        witnesses.charges().forEach(charge -> findings.add(new AuditReport.Finding(-1, charge)));
        AuditedTree tree = new AuditedTree(signed, tiles);
        long next = 0;
        List<Row> page = page(next, signed.newest());
        while (!page.isEmpty() && findings.size() < MOST_FINDINGS) {
            List<Row> rows = page;
            findings.addAll(QuarkusTransaction.requiringNew().call(() -> held(rows)));
            findings.addAll(QuarkusTransaction.requiringNew().call(() -> tree.take(rows)));
            next = rows.get(rows.size() - 1).index() + 1;
            progress.accept(tree.size());
            page = page(next, signed.newest());
        }
        if (findings.size() < MOST_FINDINGS) {
            tree.end().ifPresent(findings::add);
            findings.addAll(QuarkusTransaction.requiringNew().call(this::added));
        }
        return new AuditReport(
                tree.size(),
                signed.newest(),
                signed.checkpoints(),
                signed.outside(),
                findings.subList(0, Math.min(MOST_FINDINGS, findings.size())));
    }

    private List<Row> page(long from, long signed) {
        return QuarkusTransaction.requiringNew()
                .call(() -> tables.all(
                        "select index, event_id, source, leaf, hash from log_leaf where index >= " + from
                                + " and index < " + signed + " order by index limit " + PAGE,
                        row -> new Row(
                                row.getLong(1),
                                new LoggedEvents.Name(row.getLong(2), row.getString(3)),
                                row.getString(4),
                                row.getBytes(5))));
    }

    /** Every leaf against the event that it stands for. */
    private List<AuditReport.Finding> held(List<Row> rows) {
        Map<LoggedEvents.Name, LeafSource.Kept> kept =
                events.read(rows.stream().map(Row::of).toList());
        return rows.parallelStream()
                .flatMap(row -> AuditedLeaf.findings(row, kept.get(row.of())).stream())
                .toList();
    }

    /** What was put beside the log: leaves that nobody signed, and events that nobody logged. */
    private List<AuditReport.Finding> added() {
        return Stream.concat(
                        tables.unsigned().stream()
                                .map(leaf -> new AuditReport.Finding(
                                        leaf,
                                        "Leaf " + leaf
                                                + " and those after it were never signed: they were put there past"
                                                + " the service.")),
                        events.unlogged(MOST_FINDINGS).stream()
                                .map(event -> new AuditReport.Finding(
                                        -1,
                                        "Event " + event + " is in the database and was never logged: it was put there"
                                                + " past the service.")))
                .toList();
    }
}
