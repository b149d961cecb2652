package org.probatum.log;

import io.restassured.RestAssured;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.probatum.log.note.Checkpoint;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.Note;
import org.probatum.log.note.NoteKey;
import org.probatum.log.note.NoteVerifier;
import org.probatum.log.note.Opening;
import org.probatum.log.tree.Hashes;
import org.probatum.log.tree.Tile;
import org.probatum.log.tree.TileHashes;
import org.probatum.log.tree.TilePath;
import org.probatum.log.tree.TileReader;

/** The log as somebody outside reads it: over HTTP, not signed in, believing nothing but a key. */
final class ReadLog implements TileReader {
    /** The newest checkpoint, its signature verified. */
    Checkpoint checkpoint() throws Malformed {
        String note = RestAssured.get("/log/checkpoint")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return opened(note);
    }

    /** A checkpoint as anybody keeps it, its signature verified. */
    Checkpoint opened(String note) throws Malformed {
        Opening opened = new NoteVerifier(List.of(key())).open(Note.parse(note));
        return Checkpoint.parse(((Opening.Opened) opened).text());
    }

    NoteKey key() throws Malformed {
        return NoteKey.parse(RestAssured.get("/log/key")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .strip());
    }

    @Override
    public Map<Tile, TileHashes> read(List<Tile> tiles) {
        Map<Tile, TileHashes> read = new HashMap<>();
        for (Tile tile : tiles) {
            byte[] bytes = RestAssured.get("/log/" + TilePath.of(tile))
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", org.hamcrest.Matchers.containsString("immutable"))
                    .extract()
                    .asByteArray();
            read.put(tile, TileHashes.of(Hashes.split(bytes)));
        }
        return read;
    }
}
