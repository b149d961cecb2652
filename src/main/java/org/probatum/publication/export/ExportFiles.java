package org.probatum.publication.export;

import org.probatum.log.tree.Tile;
import org.probatum.log.tree.TilePath;

/**
 * What an export consists of, in this order: what it is, the signed checkpoint and its key; for every 256 leaves the leaves, what was
 * said in each, and the tiles that they made full; the tiles that are not; the records; and the digests of all of it between.
 */
final class ExportFiles {
    static final String README = "README";
    static final String CHECKPOINT = "checkpoint";
    static final String KEY = "log.vkey";
    static final String RECORDS = "records/";
    static final String JSON = ".json";

    /** In place of what was said in an event, once that was erased. */
    static final String ERASED = "null";

    /** For whoever finds an export and has nothing else. */
    static final String ABOUT = """
            Probatum export, form 1

            A log of decisions as it was at one signed checkpoint, with the records published until then.

            checkpoint       what was signed: the log's name, how many leaves, the root over them (C2SP tlog-checkpoint, signed-note)
            log.vkey         the public key; believe it only if you have it from elsewhere too
            tile/entries/... the leaves, 256 a file, each after its length in two bytes; a leaf is JSON (RFC 8785)
            tile/0/...       SHA-256 hashes over leaves and over each other, 256 a file (C2SP tlog-tiles, RFC 6962)
            payloads/...     what was said in each event, a line for each leaf of the file of the same name beneath tile/entries;
                             the line's SHA-256 is the leaf's payloadDigest; null where it was erased
            records/...      each published record; its SHA-256 is the subject of the leaf of type Published
            attestations/... each record as in-toto statement in a signed DSSE envelope
            manifest/...     SHA-256 of every file before it, for sha256sum -c

            java -jar quarkus-run.jar verify <this archive, packed> --key <log.vkey from elsewhere>
            checks all of it, and names the file and the leaf that does not fit.
            """;

    private ExportFiles() {}

    /** What was said in the leaves that a tile of level 0 hashes. */
    static String payloads(Tile tile) {
        return TilePath.ofEntries(tile).replaceFirst("tile/entries/", "payloads/") + ".jsonl";
    }

    static String record(String key) {
        return RECORDS + key + JSON;
    }

    static String attestation(String key) {
        return "attestations/" + key + JSON;
    }
}
