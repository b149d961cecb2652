package org.probatum.log;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Holds the whole log against itself and against what was signed: every event against its leaf, every leaf against its hash and
 * its tile, and the tree against each checkpoint, those remembered outside the database with them. Reads a page at a time, and the
 * next while it looks at one, as far as was signed when it began: the log grows meanwhile.
 */
@ApplicationScoped
public class AuditLog {
    private static final int PAGE = 2_500;
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

    /** Rows of the log as they stand, with the events that are there. */
    private record Page(List<AuditedRow> rows, Map<LoggedEvents.Name, LeafSource.Kept> events) {
        long end() {
            return rows.get(rows.size() - 1).index() + 1;
        }
    }

    /**
     * Looks at everything.
     *
     * @param progress told how many leaves were looked at, now and then
     */
    public AuditReport audit(LongConsumer progress) {
        ExecutorService ahead = Executors.newSingleThreadExecutor();
        try {
            return audit(ahead, progress);
        } finally {
            ahead.shutdown();
        }
    }

    private AuditReport audit(Executor ahead, LongConsumer progress) {
        List<AuditReport.Finding> findings = new ArrayList<>();
        Signatures.Signed signed = QuarkusTransaction.requiringNew().call(signatures::read);
        findings.addAll(signed.findings());
        witnesses.charges().forEach(charge -> findings.add(new AuditReport.Finding(-1, charge)));
        AuditedTree tree = new AuditedTree(signed, tiles);
        Page page = page(0, signed.newest());
        while (!page.rows().isEmpty() && findings.size() < MOST_FINDINGS) {
            Page now = page;
            CompletableFuture<Page> next = CompletableFuture.supplyAsync(() -> page(now.end(), signed.newest()), ahead);
            findings.addAll(held(now));
            findings.addAll(QuarkusTransaction.requiringNew().call(() -> tree.take(now.rows())));
            progress.accept(tree.size());
            page = next.join();
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

    private Page page(long from, long signed) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<AuditedRow> rows = tables.all(
                    "select index, event_id, source, leaf, hash from log_leaf where index >= " + from + " and index < "
                            + signed + " order by index limit " + PAGE,
                    row -> new AuditedRow(
                            row.getLong(1),
                            new LoggedEvents.Name(row.getLong(2), row.getString(3)),
                            row.getString(4),
                            row.getBytes(5)));
            return new Page(rows, events.read(rows.stream().map(AuditedRow::of).toList()));
        });
    }

    /** Every leaf against the event that it stands for. */
    private static List<AuditReport.Finding> held(Page page) {
        return page.rows().parallelStream()
                .flatMap(row -> AuditedLeaf.findings(row, page.events().get(row.of())).stream())
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
