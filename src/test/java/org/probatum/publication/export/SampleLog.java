package org.probatum.publication.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probatum.log.note.Checkpoint;
import org.probatum.log.note.NoteSigner;
import org.probatum.log.tree.Frontier;
import org.probatum.log.tree.Growth;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.Hashes;
import org.probatum.log.tree.RunningRoot;
import org.probatum.log.tree.Tile;
import org.probatum.log.tree.TileHashes;
import org.probatum.publication.bundle.AttestationCheck;
import org.probatum.publication.bundle.Envelope;
import org.probatum.publication.bundle.Statement;
import org.probatum.shared.Json;

/** A log made up of decisions of eight events each, every one of which is published; no service has a part in it. */
final class SampleLog {
    private static final List<String> GATES = List.of("SCOPE", "OPTIONS", "TRADE_OFFS", "VERIFICATION", "PUBLICATION");
    private static final int EVENTS = 8;

    final NoteSigner signer = NoteSigner.generate("log.example.org");
    private final long size;
    private final Map<Tile, List<Hash>> tiles = new HashMap<>();
    private Hash root = Hashes.EMPTY;

    SampleLog(long size) {
        this.size = size;
        Frontier edge = Frontier.EMPTY;
        for (long first = 0; first < size; first += Tile.FULL) {
            List<Hash> hashes = new ArrayList<>();
            for (long i = first; i < Math.min(size, first + Tile.FULL); i++) {
                hashes.add(Hashes.leaf(bytes(leaf(i))));
            }
            Growth growth = edge.append(hashes);
            growth.full().forEach(full -> tiles.put(full.tile(), full.hashes()));
            edge = growth.after();
        }
        tiles.putAll(edge.edge());
        root = edge.root();
    }

    /** The checkpoint that was signed when there were so many. */
    String checkpoint(long at) {
        RunningRoot then = new RunningRoot();
        for (long i = 0; i < at; i++) {
            then.add(Hashes.leaf(bytes(leaf(i))));
        }
        return signer.sign(new Checkpoint("log.example.org", at, then.root()).text())
                .format();
    }

    void export(OutputStream to) throws IOException {
        String note = signer.sign(new Checkpoint("log.example.org", size, root).text())
                .format();
        ExportWriter export = new ExportWriter(to, note, size, signer.key().text(), wanted -> {
            Map<Tile, TileHashes> read = new HashMap<>();
            wanted.forEach(tile -> read.put(tile, TileHashes.of(tiles.get(tile))));
            return read;
        });
        for (long first = 0; first < size; first += Tile.FULL) {
            List<ExportWriter.Said> said = new ArrayList<>();
            for (long i = first; i < Math.min(size, first + Tile.FULL); i++) {
                said.add(new ExportWriter.Said(leaf(i), payload(i)));
            }
            export.leaves(Tile.in(size, 0, first / Tile.FULL), said);
        }
        export.edge();
        for (long decision = 0; (decision + 1) * EVENTS <= size; decision++) {
            ObjectNode record = record(decision);
            Statement statement = Statement.of(
                    List.of(Statement.About.of("record", Json.digest(record))), AttestationCheck.TYPE, record);
            export.record(
                    key(decision),
                    record,
                    Envelope.sign(signer, Statement.MEDIA_TYPE, Json.canonical(Json.write(statement))));
        }
        export.end();
    }

    static String key(long decision) {
        return "CR-" + (decision + 1);
    }

    /** What is said in a leaf's event: it is filed, passes five gates, has a run and is published. */
    static @Nullable String payload(long index) {
        int seq = (int) (index % EVENTS) + 1;
        ObjectNode event = Json.MAPPER.createObjectNode();
        if (seq >= 2 && seq <= 6) {
            event.put("gate", GATES.get(seq - 2));
        } else if (seq == 7) {
            event.put("digest", "sha256:run-" + index / EVENTS);
        }
        ObjectNode payload = Json.MAPPER.createObjectNode().put("summary", "did something");
        payload.set("event", event);
        return Json.canonical(payload.toString());
    }

    private static String leaf(long index) {
        int seq = (int) (index % EVENTS) + 1;
        ObjectNode leaf = Json.MAPPER
                .createObjectNode()
                .put("v", 1)
                .put("id", "decision:" + index)
                .put("at", "2026-11-26T00:00:00Z")
                .put("type", seq == 1 ? "Filed" : seq <= 6 ? "GatePassed" : seq == 7 ? "RunAttached" : "Published")
                .put("decision", key(index / EVENTS))
                .put("seq", seq)
                .put("subject", seq == EVENTS ? Json.digest(record(index / EVENTS)) : null)
                .put("payloadDigest", Json.digestOfText(String.valueOf(payload(index))));
        return Json.canonical(leaf.toString());
    }

    private static ObjectNode record(long decision) {
        ObjectNode record = Json.MAPPER.createObjectNode().put("key", key(decision));
        record.putArray("gates");
        record.putArray("runs").addObject().put("name", "run").put("digest", "sha256:run-" + decision);
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
