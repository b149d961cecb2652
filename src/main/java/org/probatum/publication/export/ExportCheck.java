package org.probatum.publication.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.probatum.log.note.Checkpoint;
import org.probatum.log.note.Malformed;
import org.probatum.log.note.NoteKey;
import org.probatum.publication.bundle.AttestationCheck;
import org.probatum.publication.bundle.CheckpointCheck;
import org.probatum.publication.bundle.Envelope;
import org.probatum.publication.bundle.KeptCheck;
import org.probatum.publication.bundle.Line;
import org.probatum.publication.bundle.RecordCheck;
import org.probatum.shared.Digest;
import org.probatum.shared.Json;

/**
 * Checks an export with the keys that its reader trusts, reading it once from front to back. It keeps some hundred bytes for each
 * decision, and nothing for each leaf.
 */
public final class ExportCheck {
    private static final int MOST_FINDINGS = 20;
    private static final int SMALL = 1 << 20;
    private static final int LARGE = 1 << 26;
    private static final ObjectReader TREE = Json.strict(JsonNode.class);
    private static final ObjectReader ENVELOPE = Json.strict(Envelope.class);

    private final List<NoteKey> keys;
    private final List<NoteKey> witnesses;
    private final @Nullable String kept;
    private final List<Line> findings = new ArrayList<>();
    private int unshown;

    /**
     * @param keys of the log, of which one at least must have signed
     * @param kept a checkpoint that the reader has from elsewhere, a signed note, or none
     * @param witnesses who must have cosigned, all of them
     */
    public ExportCheck(List<NoteKey> keys, @Nullable String kept, List<NoteKey> witnesses) {
        this.keys = List.copyOf(keys);
        this.kept = kept;
        this.witnesses = List.copyOf(witnesses);
    }

    /** A file begins like an export does: as something that gzip packed. */
    public static boolean isExport(byte[] beginning) {
        return beginning.length > 1 && beginning[0] == 0x1f && (beginning[1] & 0xff) == 0x8b;
    }

    /** Everything that was looked at; what does not fit comes behind what does. */
    public List<Line> lines(InputStream packed) {
        List<Line> lines = new ArrayList<>();
        String where = "the archive";
        try (ExportReader files = new ExportReader(packed)) {
            try {
                read(files, lines);
            } catch (IOException fault) {
                throw ExportReader.unreadable(files.name(), fault);
            }
        } catch (IOException fault) {
            findings.add(Line.fails(where, ExportReader.unreadable(where, fault).why()));
        } catch (Damaged damaged) {
            findings.add(Line.fails(damaged.file(), damaged.why()));
        }
        if (!findings.isEmpty()) {
            // What was concluded for all of a kind is not for one of which something does not fit.
            lines.removeIf(line -> line.holds() && !line.what().matches("checkpoint|witness .*|" + KeptCheck.WHAT));
            lines.addAll(findings);
        }
        return lines;
    }

    private void read(ExportReader files, List<Line> lines) throws IOException, Damaged {
        files.expect(ExportFiles.README);
        if (!text(files, SMALL).equals(ExportFiles.ABOUT)) {
            throw new Damaged(files.name(), "it is not the one of an export of this form");
        }
        files.expect(ExportFiles.CHECKPOINT);
        Optional<Checkpoint> signed = new CheckpointCheck(keys, witnesses).opened(text(files, SMALL), lines);
        if (signed.isEmpty()) {
            return;
        }
        files.expect(ExportFiles.KEY);
        key(text(files, SMALL));
        List<Line> faults = new ArrayList<>();
        Checkpoint earlier = kept == null
                ? null
                : new KeptCheck(keys, kept).earlier(signed.get(), faults).orElse(null);
        faults.forEach(this::found);
        LeavesCheck leaves = new LeavesCheck(files, signed.get(), earlier, this::found);
        lines.addAll(leaves.lines());
        lines.add(Line.holds("records", records(files, leaves.trails())));
        lines.add(Line.holds("manifest", "as every file is"));
    }

    private void key(String text) {
        try {
            if (!keys.contains(NoteKey.parse(text.strip()))) {
                found(Line.fails(ExportFiles.KEY, "it is another key than you trust"));
            }
        } catch (Malformed fault) {
            found(Line.fails(ExportFiles.KEY, String.valueOf(fault.getMessage())));
        }
    }

    private String records(ExportReader files, Map<String, Trail> trails) throws IOException, Damaged {
        int records = 0;
        Map<String, Integer> since = new TreeMap<>();
        for (String name = files.next(); name != null; name = files.next()) {
            String key = name.startsWith(ExportFiles.RECORDS) && name.endsWith(ExportFiles.JSON)
                    ? name.substring(ExportFiles.RECORDS.length(), name.length() - ExportFiles.JSON.length())
                    : "";
            Trail trail = trails.get(key);
            if (trail == null || trail.recorded || trail.happened.publications() == 0) {
                throw new Damaged(name, "it does not belong here: by the log there is no such file");
            }
            trail.recorded = true;
            record(files, key, trail);
            records++;
            trail.happened
                    .standing()
                    .ifPresent(line -> since.merge(line.because().replaceFirst(" at .*", ""), 1, Integer::sum));
        }
        trails.forEach((key, trail) -> {
            if (!trail.recorded && trail.happened.publications() > 0) {
                found(Line.fails(ExportFiles.record(key), "it is missing, and the log has that it was published"));
            }
        });
        return records + ", each as it was published, with its gates, runs and statement"
                + (unshown == 0
                        ? ""
                        : "; of " + unshown + " gates or runs are " + RecordCheck.UNSHOWN
                                + ", since what was said is not here")
                + (since.isEmpty()
                        ? ""
                        : "; by now "
                                + since.toString()
                                        .replaceAll("(\\w+)=(\\d+)", "$2 $1")
                                        .replaceAll("[{}]", ""));
    }

    private void record(ExportReader files, String key, Trail trail) throws IOException, Damaged {
        byte[] text = files.content(LARGE);
        files.expect(ExportFiles.attestation(key));
        byte[] statement = files.content(LARGE);
        if (!Digest.of(text).equals(trail.happened.subject())) {
            found(Line.fails(ExportFiles.record(key), "another one was published: " + trail.happened.subject()));
            return;
        }
        try {
            JsonNode record = TREE.readValue(text);
            List<Line> seen = new RecordCheck(key, record, trail.happened).lines();
            seen.stream()
                    .filter(line -> !line.holds())
                    .forEach(line -> found(Line.fails(ExportFiles.record(key), line.what() + ": " + line.because())));
            unshown += seen.stream().anyMatch(line -> line.because().startsWith(RecordCheck.UNSHOWN)) ? 1 : 0;
            Envelope envelope = ENVELOPE.readValue(statement);
            Line attested = envelope == null || !envelope.isWhole()
                    ? Line.fails("", "it is no signed statement")
                    : AttestationCheck.line(record, envelope, keys);
            if (!attested.holds()) {
                found(Line.fails(ExportFiles.attestation(key), attested.because()));
            }
        } catch (JsonProcessingException fault) {
            found(Line.fails(ExportFiles.attestation(key), "it is no JSON: " + fault.getOriginalMessage()));
        }
    }

    private void found(Line finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    private static String text(ExportReader files, int most) throws IOException, Damaged {
        return new String(files.content(most), StandardCharsets.UTF_8);
    }
}
