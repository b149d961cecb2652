package org.probatum.evidence.tracker.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.tracker.Target;
import org.probatum.evidence.tracker.TrackerFault;

/** The files a run wrote: listed folder by folder, and read as they come for their digests. */
final class Artifacts {
    private static final int MOST_FILES = 1000;
    private static final int MOST_FOLDERS = 200;

    private final Server server;
    private final Target at;
    private final String run;

    Artifacts(Server server, Target at, String run) {
        this.server = server;
        this.at = at;
        this.run = run;
    }

    /** A file as it was read. */
    record Read(String sha256, long bytes) {}

    /** Sizes by path; null when the server says that it cannot list them. */
    @Nullable
    SortedMap<String, Long> list(List<String> notes) throws TrackerFault {
        SortedMap<String, Long> files = new TreeMap<>();
        Deque<String> folders = new ArrayDeque<>(List.of(""));
        Set<String> seen = new HashSet<>(folders);
        try {
            while (!folders.isEmpty()) {
                list(folders.remove(), files, folders, seen);
            }
        } catch (TrackerFault fault) {
            if (fault.kind() != TrackerFault.Kind.FAILED && fault.kind() != TrackerFault.Kind.GONE) {
                throw fault;
            }
            notes.add("Its artifacts are not listed: " + fault.words());
            return null;
        }
        return files;
    }

    private void list(String folder, SortedMap<String, Long> files, Deque<String> folders, Set<String> seen)
            throws TrackerFault {
        Map<String, String> query = new HashMap<>(Map.of("run_id", run));
        if (!folder.isEmpty()) {
            query.put("path", folder);
        }
        String before;
        String next = "";
        do {
            before = next;
            JsonNode answer = server.get(at, "artifacts/list", query);
            for (JsonNode file : answer.path("files")) {
                String path = Values.text(file, "path", "");
                if (!file.path("is_dir").asBoolean()) {
                    files.put(path, file.path("file_size").asLong(0));
                } else if (seen.add(path)) {
                    folders.add(path);
                }
            }
            if (files.size() > MOST_FILES || seen.size() > MOST_FOLDERS) {
                throw new TrackerFault(
                        TrackerFault.Kind.NONSENSE,
                        "The run has more than " + MOST_FILES + " artifacts or " + MOST_FOLDERS
                                + " folders, the most that are taken");
            }
            next = answer.path("next_page_token").asText("");
            query.put("page_token", next);
        } while (!next.isEmpty() && !next.equals(before));
    }

    /** The digests of the files listed; one that cannot be read is named in the notes. */
    Map<String, Read> read(SortedMap<String, Long> listed, List<String> notes) throws TrackerFault {
        Map<String, Read> read = new HashMap<>();
        for (Map.Entry<String, Long> file : listed.entrySet()) {
            try {
                Read one = server.download(
                        at, "/get-artifact", Map.of("run_uuid", run, "path", file.getKey()), Artifacts::digest);
                if (one.bytes() != file.getValue()) {
                    notes.add(file.getKey() + " is listed with " + file.getValue() + " bytes and has " + one.bytes()
                            + ": it carries no digest");
                } else {
                    read.put(file.getKey(), one);
                }
            } catch (TrackerFault fault) {
                if (fault.kind() == TrackerFault.Kind.UNREACHABLE) {
                    throw fault;
                }
                notes.add(file.getKey() + " carries no digest: " + fault.words());
            }
        }
        return read;
    }

    static Read digest(InputStream body) throws IOException {
        try (DigestInputStream digested = new DigestInputStream(body, MessageDigest.getInstance("SHA-256"))) {
            long bytes = digested.transferTo(OutputStream.nullOutputStream());
            return new Read(
                    "sha256:"
                            + HexFormat.of()
                                    .formatHex(digested.getMessageDigest().digest()),
                    bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
