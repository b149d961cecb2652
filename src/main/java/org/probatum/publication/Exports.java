package org.probatum.publication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.probatum.log.Head;
import org.probatum.log.LogFiles;
import org.probatum.log.LogKeys;
import org.probatum.log.tree.Tile;
import org.probatum.publication.bundle.Envelope;
import org.probatum.publication.export.ExportWriter;
import org.probatum.shared.Json;
import org.probatum.shared.Problem;

/**
 * The whole log with its records, as of one checkpoint. What was signed never changes, so that what is read a piece at a time is of
 * one moment all the same, however long it takes and however the log grows meanwhile.
 */
@ApplicationScoped
public class Exports {
    /** Each holds a thread for as long as its reader takes. */
    private static final int AT_ONCE = 2;

    private static final int RECORDS = 20;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final LogFiles log;
    private final LogKeys keys;
    private final Records records;
    private final Bundles bundles;

    Exports(LogFiles log, LogKeys keys, Records records, Bundles bundles) {
        this.log = log;
        this.keys = keys;
        this.records = records;
        this.bundles = bundles;
    }

    /** What would be exported now. */
    public Head head() {
        if (keys.key().isEmpty()) {
            throw Problem.http(
                    "not-in-the-log-yet",
                    503,
                    "The log has no key, so that nothing can be signed. Ask whoever runs the service.");
        }
        if (places.availablePermits() == 0) {
            throw Problem.http("busy", 503, "Two exports are being read already; ask again when one has ended.");
        }
        return log.head().orElseThrow(() -> Problem.notFound("checkpoint"));
    }

    /** Writes all of it, and closes nothing: what breaks off has no end. */
    public void write(Head head, OutputStream to) throws IOException {
        if (!places.tryAcquire()) {
            throw new IOException("others began to export in between");
        }
        try {
            String key = keys.key().orElseThrow().text();
            ExportWriter export = new ExportWriter(to, head.note(), head.size(), key, log::tiles);
            for (long first = 0; first < head.size(); first += Tile.FULL) {
                Tile tile = Tile.in(head.size(), 0, first / Tile.FULL);
                export.leaves(tile, QuarkusTransaction.requiringNew().call(() -> said(tile)));
            }
            export.edge();
            records(head.size(), export);
            export.end();
        } finally {
            places.release();
        }
    }

    private List<ExportWriter.Said> said(Tile tile) {
        return log.sealed(tile.first(), tile.width()).stream()
                .map(one ->
                        new ExportWriter.Said(one.leaf(), one.payload() == null ? null : Json.canonical(one.payload())))
                .toList();
    }

    private record Signed(Record record, Envelope statement) {}

    private void records(long size, ExportWriter export) throws IOException {
        long last = 0;
        List<Signed> page;
        do {
            long after = last;
            page = QuarkusTransaction.requiringNew().call(() -> records.loggedBefore(size, after, RECORDS).stream()
                    .map(record -> new Signed(record, bundles.attestation(record)))
                    .toList());
            for (Signed one : page) {
                export.record(one.record().key(), one.record().document(), one.statement());
                last = one.record().decisionId;
            }
        } while (!page.isEmpty());
    }
}
