package org.probatum.log;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/**
 * Holds the whole log against itself and against what was signed: every event against its leaf, every leaf against its hash and
 * its tile, and the tree against each checkpoint, those remembered outside the database with them. Reads a page at a time.
 */
@ApplicationScoped
public class AuditLog {
    private static final int PAGE = 5_000;
    private static final int MOST_FINDINGS = 20;

    private final LogTables tables;
    private final StoredTiles tiles;
    private final Signatures signatures;
    private final Map<String, LeafSource> sources;

    AuditLog(LogTables tables, StoredTiles tiles, Signatures signatures, @All List<LeafSource> sources) {
        this.tables = tables;
        this.tiles = tiles;
        this.signatures = signatures;
        this.sources = sources.stream().collect(Collectors.toMap(LeafSource::name, Function.identity()));
    }

    /**
     * A row of the log as it stands.
     *
     * @param hash as stored
     */
    record Row(long index, LogTables.Waiting of, String leaf, byte[] hash) {}

    /**
     * Looks at everything.
     *
     * @param progress told how many leaves were looked at, now and then
     */
    public AuditReport audit(LongConsumer progress) {
        List<AuditReport.Finding> findings = new ArrayList<>();
        Signatures.Signed signed = QuarkusTransaction.requiringNew().call(signatures::read);
        findings.addAll(signed.findings());
        AuditedTree tree = new AuditedTree(signed, tiles);
        long next = 0;
        List<Row> page = page(next);
        while (!page.isEmpty() && findings.size() < MOST_FINDINGS) {
            List<Row> rows = page;
            findings.addAll(QuarkusTransaction.requiringNew().call(() -> held(rows)));
            findings.addAll(QuarkusTransaction.requiringNew().call(() -> tree.take(rows)));
            next = rows.get(rows.size() - 1).index() + 1;
            progress.accept(tree.size());
            page = page(next);
        }
        if (findings.size() < MOST_FINDINGS) {
            findings.addAll(tree.end());
            findings.addAll(QuarkusTransaction.requiringNew().call(this::unlogged));
        }
        return new AuditReport(
                tree.size(),
                signed.newest(),
                signed.checkpoints(),
                signed.outside(),
                findings.subList(0, Math.min(MOST_FINDINGS, findings.size())));
    }

    private List<Row> page(long from) {
        return QuarkusTransaction.requiringNew()
                .call(() -> tables.all(
                        "select index, event_id, source, leaf, hash from log_leaf where index >= " + from
                                + " order by index limit " + PAGE,
                        row -> new Row(
                                row.getLong(1),
                                new LogTables.Waiting(row.getLong(2), row.getString(3)),
                                row.getString(4),
                                row.getBytes(5))));
    }

    /** Every leaf against the event that it stands for. */
    private List<AuditReport.Finding> held(List<Row> rows) {
        Map<LogTables.Waiting, LeafSource.Kept> kept = new java.util.HashMap<>();
        rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.of().source(),
                        Collectors.mapping(row -> row.of().event(), Collectors.toList())))
                .forEach((source, ids) -> {
                    LeafSource from = sources.get(source);
                    if (from != null) {
                        from.read(ids).forEach(one -> kept.put(new LogTables.Waiting(one.id(), source), one));
                    }
                });
        return rows.parallelStream()
                .flatMap(row -> AuditedLeaf.findings(row, kept.get(row.of())).stream())
                .toList();
    }

    private List<AuditReport.Finding> unlogged() {
        return sources.values().stream()
                .flatMap(source -> source.unlogged(MOST_FINDINGS).stream()
                        .map(id -> new AuditReport.Finding(
                                -1,
                                "Event " + source.name() + ":" + id + " is in the database and was never logged: it was"
                                        + " put there past the service.")))
                .toList();
    }
}
