package org.probatum.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.probatum.log.note.Checkpoint;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.Note;
import org.probatum.log.note.NoteKey;
import org.probatum.log.note.NoteVerifier;
import org.probatum.log.note.Opening;
import org.probatum.log.tree.Hash;
import org.probatum.shared.Json;

/**
 * Everything that was signed, from the database and from outside of it. The newest checkpoint and those from outside have to be
 * signed by a key of this log; those between only help to say where something was changed.
 */
@ApplicationScoped
class Signatures {
    private static final String IN_DATABASE = "in the database";

    private final LogTables tables;
    private final LogKeys keys;
    private final LogMemory memory;

    Signatures(LogTables tables, LogKeys keys, LogMemory memory) {
        this.tables = tables;
        this.keys = keys;
        this.memory = memory;
    }

    /** A tree that was signed. */
    record Point(long size, Hash root, String where) {}

    /** All of them, by size. */
    record Signed(TreeMap<Long, List<Point>> points, long newest, int outside, List<AuditReport.Finding> findings) {
        List<Point> at(long size) {
            return points.getOrDefault(size, List.of());
        }

        /** One of the largest, where it is larger than that. */
        Optional<Point> beyond(long size) {
            return points.isEmpty() || points.lastKey() <= size
                    ? Optional.empty()
                    : Optional.of(points.lastEntry().getValue().get(0));
        }

        int checkpoints() {
            return points.values().stream().mapToInt(List::size).sum();
        }
    }

    Signed read() {
        Set<NoteKey> trusted = trusted();
        TreeMap<Long, List<Point>> points = new TreeMap<>();
        List<AuditReport.Finding> findings = new ArrayList<>();
        // Before the database: what is remembered was committed, so it is in what is read afterwards.
        List<String> remembered = memory.all();
        for (String note : remembered) {
            read(note, "remembered outside the database", trusted).ifPresent(point -> add(points, point));
        }
        List<Head> heads = tables.all("select size, root, note, at from log_checkpoint order by size", LogTables::head);
        for (Head head : heads.subList(0, Math.max(0, heads.size() - 1))) {
            add(points, new Point(head.size(), head.root(), IN_DATABASE));
        }
        long newest = 0;
        if (!heads.isEmpty()) {
            Head head = heads.get(heads.size() - 1);
            newest = head.size();
            read(head.note(), IN_DATABASE, trusted)
                    .ifPresentOrElse(
                            point -> add(points, point),
                            () -> findings.add(new AuditReport.Finding(
                                    head.size() - 1,
                                    "The newest checkpoint, over " + head.size()
                                            + " leaves, is not signed by this log.")));
        }
        return new Signed(points, newest, remembered.size(), findings);
    }

    private static void add(TreeMap<Long, List<Point>> points, Point point) {
        points.computeIfAbsent(point.size(), size -> new ArrayList<>()).add(point);
    }

    private static Optional<Point> read(String note, String where, Set<NoteKey> trusted) {
        try {
            Note parsed = Note.parse(note);
            if (new NoteVerifier(trusted).open(parsed) instanceof Opening.Opened) {
                Checkpoint checkpoint = Checkpoint.parse(parsed.text());
                return Optional.of(new Point(checkpoint.size(), checkpoint.root(), where));
            }
            return Optional.empty();
        } catch (Malformed fault) {
            return Optional.empty();
        }
    }

    /** The key of today, and those before it as each handed over to the next, with both signatures under it. */
    private Set<NoteKey> trusted() {
        Set<NoteKey> trusted = new HashSet<>();
        keys.key().ifPresent(trusted::add);
        List<String> changes = tables.all(
                "select cast(payload as text) from log_event where type = '" + FormerHead.ROTATED
                        + "' order by id desc",
                row -> row.getString(1));
        changes.stream().flatMap(change -> former(change, trusted)).forEach(trusted::add);
        return trusted;
    }

    private static Stream<NoteKey> former(String change, Set<NoteKey> trusted) {
        try {
            var payload = Json.read(change, com.fasterxml.jackson.databind.JsonNode.class);
            NoteKey from = NoteKey.parse(payload.path("from").asText());
            NoteKey to = NoteKey.parse(payload.path("to").asText());
            return trusted.contains(to)
                            && new NoteVerifier(List.of(from, to))
                                            .open(Note.parse(
                                                    payload.path("signed").asText()))
                                    instanceof Opening.Opened opened
                            && opened.isSignedBy(from)
                            && opened.isSignedBy(to)
                    ? Stream.of(from)
                    : Stream.empty();
        } catch (Malformed fault) {
            return Stream.empty();
        }
    }
}
