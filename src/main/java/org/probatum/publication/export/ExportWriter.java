package org.probatum.publication.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.probatum.log.tree.EntryBundle;
import org.probatum.log.tree.Hashes;
import org.probatum.log.tree.Tile;
import org.probatum.log.tree.TileHashes;
import org.probatum.log.tree.TilePath;
import org.probatum.log.tree.TileReader;
import org.probatum.publication.bundle.Envelope;
import org.probatum.shared.Digest;
import org.probatum.shared.Json;

/**
 * Writes an export, keeping no more of it than 256 leaves. It writes what it is given, whether that fits or not: saying so is for
 * {@link ExportCheck}, where the service is not.
 */
public final class ExportWriter {
    private final GZIPOutputStream packed;
    private final long size;
    private final TileReader tiles;
    private final Manifest manifest = new Manifest();

    /**
     * Begins an export.
     *
     * @param to not closed, so that an export that broke off does not look whole
     * @param note the signed checkpoint, over so many leaves
     * @param key the public key that signed it
     * @param tiles as they are kept; a tile that is not there is left out
     */
    public ExportWriter(OutputStream to, String note, long size, String key, TileReader tiles) throws IOException {
        this.packed = new GZIPOutputStream(to, 1 << 16);
        this.size = size;
        this.tiles = tiles;
        file(ExportFiles.README, bytes(ExportFiles.ABOUT));
        file(ExportFiles.CHECKPOINT, bytes(note));
        file(ExportFiles.KEY, bytes(key + "\n"));
    }

    /** A leaf and what was said in its event, as canonical JSON; null once that was erased. */
    public record Said(String leaf, @Nullable String payload) {}

    /** The leaves of the next tile: 256, of the last one fewer. */
    public void leaves(Tile tile, List<Said> leaves) throws IOException {
        List<byte[]> entries = leaves.stream().map(said -> bytes(said.leaf())).toList();
        file(TilePath.ofEntries(tile), EntryBundle.join(entries));
        ByteArrayOutputStream payloads = new ByteArrayOutputStream();
        for (Said said : leaves) {
            payloads.writeBytes(bytes(said.payload() == null ? ExportFiles.ERASED : said.payload()));
            payloads.write('\n');
        }
        file(ExportFiles.payloads(tile), payloads.toByteArray());
        tiles(filled(tile));
    }

    /** Behind all leaves: the tiles above them that are not full. */
    public void edge() throws IOException {
        tiles(Tile.rightEdge(size).stream().filter(tile -> tile.level() > 0).toList());
    }

    /** A record that was published, with its signed statement. */
    public void record(String key, Object document, Envelope attestation) throws IOException {
        file(ExportFiles.record(key), bytes(Json.canonical(Json.write(document))));
        file(ExportFiles.attestation(key), bytes(Json.canonical(Json.write(attestation))));
    }

    /** Without this, it is not whole. */
    public void end() throws IOException {
        if (!manifest.isEmpty()) {
            append(manifest.name(), manifest.take());
        }
        packed.write(new byte[2 * Tar.BLOCK]);
        packed.finish();
    }

    /** The tile itself, and those above that became full by it. */
    private static List<Tile> filled(Tile tile) {
        List<Tile> filled = new ArrayList<>(List.of(tile));
        long index = tile.index();
        for (int level = 1; tile.isFull() && (index + 1) % Tile.FULL == 0; level++) {
            index /= Tile.FULL;
            filled.add(new Tile(level, index, Tile.FULL));
        }
        return filled;
    }

    private void tiles(List<Tile> wanted) throws IOException {
        Map<Tile, TileHashes> read = wanted.isEmpty() ? Map.of() : tiles.read(wanted);
        for (Tile tile : wanted) {
            TileHashes found = read.get(tile);
            if (found != null) {
                file(TilePath.of(tile), Hashes.join(found.hashes()));
            }
        }
    }

    private void file(String name, byte[] content) throws IOException {
        if (manifest.isFull()) {
            append(manifest.name(), manifest.take());
        }
        append(name, content);
        manifest.add(name, Digest.bytes(content));
    }

    private void append(String name, byte[] content) throws IOException {
        packed.write(Tar.header(name, content.length));
        packed.write(content);
        packed.write(new byte[Tar.padding(content.length)]);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
