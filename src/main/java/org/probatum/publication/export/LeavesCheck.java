package org.probatum.publication.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.probatum.log.note.Checkpoint;
import org.probatum.log.tree.EntryBundle;
import org.probatum.log.tree.Frontier;
import org.probatum.log.tree.FullTile;
import org.probatum.log.tree.Growth;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.Hashes;
import org.probatum.log.tree.RunningRoot;
import org.probatum.log.tree.Tile;
import org.probatum.log.tree.TilePath;
import org.probatum.publication.bundle.Happened;
import org.probatum.publication.bundle.KeptCheck;
import org.probatum.publication.bundle.Line;
import org.probatum.shared.Digest;
import org.probatum.shared.Json;

/** Holds leaves, what was said in them and their tiles against each other and against what was signed, 256 leaves at a time. */
final class LeavesCheck {
    private static final int NAMED = 5;

    private final ExportReader files;
    private final Checkpoint signed;
    private final @Nullable Checkpoint kept;
    private final Consumer<Line> findings;
    private final Map<String, Trail> trails = new HashMap<>();
    private final RunningRoot root = new RunningRoot();
    private final List<Long> erased = new ArrayList<>();
    private Frontier edge = Frontier.EMPTY;
    private long erasures;
    private int tiles;

    LeavesCheck(ExportReader files, Checkpoint signed, @Nullable Checkpoint kept, Consumer<Line> findings) {
        this.files = files;
        this.signed = signed;
        this.kept = kept;
        this.findings = findings;
    }

    /** Decisions by key, once everything was looked at. */
    Map<String, Trail> trails() {
        return trails;
    }

    /** Looks at all of them; what was seen comes in lines, what does not fit in findings. */
    List<Line> lines() throws IOException, Damaged {
        List<Line> lines = new ArrayList<>();
        compareKept(lines);
        while (root.size() < signed.size()) {
            block(Tile.in(signed.size(), 0, root.size() / Tile.FULL), lines);
        }
        for (Map.Entry<Tile, List<Hash>> row : edge.edge().entrySet()) {
            if (row.getKey().level() > 0) {
                tile(row.getKey(), row.getValue());
            }
        }
        if (!root.root().equals(signed.root())) {
            findings.accept(Line.fails(
                    "leaves",
                    "the root over them is " + root.root().base64()
                            + ", and another was signed: at least one was changed"));
        }
        lines.add(Line.holds("leaves", root.size() + ", and the root over them is the one that was signed"));
        lines.add(Line.holds("tiles", tiles + ", each as the leaves have it"));
        lines.add(Line.holds("what was said", "as the leaves have it by digest" + erasures()));
        trails.forEach((decision, trail) -> {
            String fault = trail.fault();
            if (fault != null) {
                findings.accept(Line.fails("events of " + decision, fault));
            }
        });
        lines.add(Line.holds("events", "of " + trails.size() + " decisions, none left out between"));
        return lines;
    }

    private String erasures() {
        return erasures == 0
                ? ""
                : "; nothing is here of " + erasures + ", as after an erasure: leaf "
                        + String.join(
                                ", ", erased.stream().map(Object::toString).toList())
                        + (erasures > NAMED ? " and others" : "");
    }

    private void block(Tile tile, List<Line> lines) throws IOException, Damaged {
        files.expect(TilePath.ofEntries(tile));
        List<byte[]> entries = entries(tile);
        files.expect(ExportFiles.payloads(tile));
        List<Hash> hashes = new ArrayList<>();
        for (byte[] entry : entries) {
            payload(tile, root.size(), entry);
            hashes.add(Hashes.leaf(entry));
            root.add(hashes.get(hashes.size() - 1));
            compareKept(lines);
        }
        Growth growth = edge.append(hashes);
        edge = growth.after();
        if (!tile.isFull()) {
            tile(tile, hashes);
        }
        for (FullTile full : growth.full()) {
            tile(full.tile(), full.hashes());
        }
    }

    private List<byte[]> entries(Tile tile) throws IOException, Damaged {
        byte[] content = files.content(tile.width() * (Short.BYTES + EntryBundle.LONGEST));
        try {
            List<byte[]> entries = EntryBundle.split(content);
            if (entries.size() == tile.width()) {
                return entries;
            }
            throw new Damaged(files.name(), "it has " + entries.size() + " leaves, and should have " + tile.width());
        } catch (IllegalArgumentException fault) {
            throw new Damaged(files.name(), String.valueOf(fault.getMessage()));
        }
    }

    private void payload(Tile tile, long leaf, byte[] entry) throws IOException, Damaged {
        byte[] line = files.line();
        if (line == null) {
            throw new Damaged(files.name(), "it ends before leaf " + leaf);
        }
        JsonNode content = json(entry);
        if (content == null || !content.isObject()) {
            findings.accept(Line.fails(TilePath.ofEntries(tile), "leaf " + leaf + " is no JSON object"));
            return;
        }
        boolean said = Digest.of(line).equals(content.path("payloadDigest").asText());
        if (Arrays.equals(line, ExportFiles.ERASED.getBytes(StandardCharsets.UTF_8))) {
            erasures++;
            if (erased.size() < NAMED) {
                erased.add(leaf);
            }
        } else if (!said) {
            findings.accept(Line.fails(
                    files.name(),
                    "line " + (leaf % Tile.FULL + 1) + " is not what was said in leaf " + leaf + ", "
                            + content.path("type").asText() + " of "
                            + content.path("decision").asText("no decision")));
        }
        if (content.path("decision").isTextual()) {
            boolean told = said && Happened.isTold(content.path("type").asText());
            trails.computeIfAbsent(content.path("decision").asText(), key -> new Trail())
                    .add(content, told ? json(line) : null);
        }
    }

    private void tile(Tile tile, List<Hash> right) throws IOException, Damaged {
        String name = TilePath.of(tile);
        files.expect(name);
        byte[] content = files.content(right.size() * Hash.LENGTH);
        int at = Arrays.mismatch(content, Hashes.join(right));
        if (at >= 0) {
            int place = at / Hash.LENGTH;
            findings.accept(Line.fails(
                    name,
                    tile.level() == 0
                            ? "hash " + (place + 1) + " is not that of leaf " + (tile.first() + place)
                            : "hash " + (place + 1) + " does not follow from the tiles below"));
        }
        tiles++;
    }

    private void compareKept(List<Line> lines) {
        if (kept == null || kept.size() != root.size()) {
            return;
        }
        if (kept.root().equals(root.root())) {
            lines.add(Line.holds(KeptCheck.WHAT, "the first " + kept.size() + " leaves are the same"));
        } else {
            findings.accept(Line.fails(
                    KeptCheck.WHAT,
                    "the log was rewritten since: another root was signed over its first " + kept.size() + " leaves"));
        }
    }

    private static @Nullable JsonNode json(byte[] text) {
        try {
            return Json.read(new String(text, StandardCharsets.UTF_8), JsonNode.class);
        } catch (UncheckedIOException fault) {
            return null;
        }
    }
}
