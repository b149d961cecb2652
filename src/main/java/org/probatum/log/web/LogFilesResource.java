package org.probatum.log.web;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.probatum.log.Head;
import org.probatum.log.LogFiles;
import org.probatum.log.LogKeys;
import org.probatum.log.tree.EntryBundle;
import org.probatum.log.tree.Hashes;
import org.probatum.log.tree.Tile;
import org.probatum.log.tree.TilePath;
import org.probatum.people.Access;
import org.probatum.people.Visit;
import org.probatum.shared.Problem;

/**
 * The log as files that never change, for whoever watches it (C2SP tlog-tiles). Checkpoint, key and hashes are for everybody: they
 * say nothing but how much happened. What happened is for those who see everything.
 */
@Path("/log")
public class LogFilesResource {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    /** For one reader: what is kept for many is given to whoever asks. */
    private static final String FOR_ONE = "private, max-age=31536000, immutable";

    private static final String A_MOMENT = "public, max-age=1";
    private static final String PLAIN = "text/plain; charset=utf-8";

    private final LogFiles files;
    private final LogKeys keys;
    private final Visit visit;

    LogFilesResource(LogFiles files, LogKeys keys, Visit visit) {
        this.files = files;
        this.keys = keys;
        this.visit = visit;
    }

    @GET
    @Path("checkpoint")
    @Produces(MediaType.TEXT_PLAIN)
    @PermitAll
    public Response checkpoint() {
        return files.checkpoint()
                .map(head -> Response.ok(head.note(), PLAIN)
                        .header("Cache-Control", A_MOMENT)
                        .build())
                .orElseThrow(() -> Problem.notFound("checkpoint"));
    }

    /** The public key that checkpoints are verified with. */
    @GET
    @Path("key")
    @Produces(MediaType.TEXT_PLAIN)
    @PermitAll
    public Response key() {
        return keys.key()
                .map(key -> Response.ok(key.text() + "\n", PLAIN)
                        .header("Cache-Control", A_MOMENT)
                        .build())
                .orElseThrow(() -> Problem.notFound("key"));
    }

    @GET
    @Path("tile/{path: [0-9].*}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @PermitAll
    public Response tile(@PathParam("path") String path) {
        return TilePath.parse("tile/" + path)
                .flatMap(files::tile)
                .map(Hashes::join)
                .map(bytes -> unchanging(bytes, FOR_EVER))
                .orElseThrow(() -> Problem.notFound("tile " + path));
    }

    @GET
    @Path("tile/entries/{bundle: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed(Access.READ)
    public Response entries(@PathParam("bundle") String path) {
        if (!visit.actor().seesEverything()) {
            throw Problem.forbidden(
                    "entries-of-the-log",
                    "Entries of the log are read by auditors and platform owners: they name every decision.");
        }
        return TilePath.parseEntries("tile/entries/" + path)
                .flatMap(this::bundle)
                .map(bytes -> unchanging(bytes, FOR_ONE))
                .orElseThrow(() -> Problem.notFound("entries " + path));
    }

    /** That a leaf is in the tree of a checkpoint, the newest that witnesses cosigned, in one file (C2SP tlog-proof). */
    @GET
    @Path("proof/{leaf: [0-9]{1,18}}")
    @Produces(MediaType.TEXT_PLAIN)
    @PermitAll
    public Response proof(@PathParam("leaf") long leaf) {
        Head head = files.covering(leaf + 1).orElseThrow(() -> Problem.notFound("leaf " + leaf));
        String path = files.tree(head.size()).inclusion(leaf).path().stream()
                .map(hash -> hash.base64() + "\n")
                .collect(Collectors.joining());
        return Response.ok("c2sp.org/tlog-proof@v1\nindex " + leaf + "\n" + path + "\n" + head.note(), PLAIN)
                .header("Cache-Control", A_MOMENT)
                .build();
    }

    private Optional<byte[]> bundle(Tile tile) {
        List<byte[]> entries = files.leaves(tile.first(), tile.width()).stream()
                .map(leaf -> leaf.leaf().getBytes(StandardCharsets.UTF_8))
                .toList();
        return entries.size() == tile.width() ? Optional.of(EntryBundle.join(entries)) : Optional.empty();
    }

    private static Response unchanging(byte[] bytes, String kept) {
        return Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM)
                .header("Cache-Control", kept)
                .build();
    }
}
