package org.probatum.publication.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.log.note.Checkpoint;
import org.probatum.log.note.NoteKey;
import org.probatum.shared.Json;

/**
 * Checks a bundle with the keys that its reader trusts. What is not signed by them is believed of nobody: the checkpoint names the
 * root, the root fixes every leaf, leaves fix what was said by digest, and what was said fixes the record.
 */
public final class BundleCheck {
    /** What a bundle of a hundred thousand events would have; a larger file is none. */
    public static final int LARGEST = 1 << 26;

    private static final ObjectReader READER = Json.strict(Bundle.class);

    private final List<NoteKey> keys;
    private final List<NoteKey> witnesses;
    private final @Nullable String kept;

    /**
     * @param keys of the log, of which one at least must have signed
     * @param kept a checkpoint that the reader has from elsewhere, a signed note, or none
     * @param witnesses who must have cosigned, all of them
     */
    public BundleCheck(List<NoteKey> keys, @Nullable String kept, List<NoteKey> witnesses) {
        this.keys = List.copyOf(keys);
        this.kept = kept;
        this.witnesses = List.copyOf(witnesses);
    }

    /** Everything that was looked at, in order; it ends early where nothing further could be believed. */
    public List<Line> lines(byte[] file) {
        if (file.length > LARGEST) {
            return List.of(Line.fails("bundle", "it has more than " + LARGEST + " bytes, and no bundle has"));
        }
        Bundle bundle;
        try {
            bundle = READER.readValue(file);
        } catch (JsonProcessingException fault) {
            return List.of(Line.fails("bundle", "it is no bundle: " + fault.getOriginalMessage()));
        } catch (IOException fault) {
            return List.of(Line.fails("bundle", "it cannot be read"));
        }
        if (bundle == null || !Bundle.KIND.equals(bundle.kind()) || !Bundle.VERSION.equals(bundle.apiVersion())) {
            return List.of(Line.fails(
                    "bundle",
                    "it does not say that it is a " + Bundle.KIND + " of " + Bundle.VERSION + "; fetch it anew"));
        }
        List<String> missing = missing(bundle);
        if (!missing.isEmpty()) {
            return List.of(Line.fails("bundle", "it lacks " + String.join(", ", missing)));
        }
        return lines(bundle);
    }

    /** Absent parts come as null, whatever the types say. */
    private static List<String> missing(Bundle bundle) {
        List<String> missing = new ArrayList<>();
        note(missing, "key", bundle.key());
        note(missing, "record", bundle.record());
        note(missing, "events", bundle.events());
        note(missing, "checkpoint", bundle.checkpoint());
        note(missing, "attestation", bundle.attestation());
        note(missing, "extent", bundle.extent());
        if (missing.isEmpty()
                && bundle.events().stream()
                        .anyMatch(event -> event == null || isNull(event.leaf()) || isNull(event.proof()))) {
            missing.add("the leaf or the proof of an event");
        }
        if (missing.isEmpty()
                && !(bundle.attestation().isWhole() && bundle.extent().isWhole())) {
            missing.add("a part of the attestation or of the extent");
        }
        return missing;
    }

    private static void note(List<String> missing, String name, @Nullable Object part) {
        if (isNull(part)) {
            missing.add("\"" + name + "\"");
        }
    }

    private static boolean isNull(@Nullable Object part) {
        return part == null;
    }

    private List<Line> lines(Bundle bundle) {
        List<Line> lines = new ArrayList<>();
        Checkpoint checkpoint = new CheckpointCheck(keys, witnesses)
                .opened(bundle.checkpoint(), lines)
                .orElse(null);
        if (checkpoint == null) {
            return lines;
        }
        if (kept != null) {
            lines.add(new KeptCheck(keys, kept).line(checkpoint, bundle.since()));
        }
        lines.addAll(new EventCheck(bundle, checkpoint).lines());
        lines.add(ExtentCheck.line(bundle, checkpoint, keys));
        lines.add(AttestationCheck.line(bundle.record(), bundle.attestation(), keys));
        return lines;
    }
}
