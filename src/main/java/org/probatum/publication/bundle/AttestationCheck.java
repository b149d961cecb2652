package org.probatum.publication.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.List;
import org.probatum.log.note.NoteKey;
import org.probatum.shared.Json;

/** That the signed statement is of this record. */
public final class AttestationCheck {
    /** What kind of statement a record's is. */
    public static final String TYPE = "https://probatum.org/attestation/decision/v1";

    private static final String WHAT = "attestation";

    private AttestationCheck() {}

    /** Whether one of the keys signed the envelope, and what is in it is this record. */
    public static Line line(JsonNode record, Envelope envelope, List<NoteKey> keys) {
        try {
            if (keys.stream().noneMatch(envelope::isSignedBy)) {
                return Line.fails(WHAT, "it is not signed by a key that you trust");
            }
            JsonNode statement = Json.read(envelope.text(), JsonNode.class);
            String digest = Canonical.digest(record);
            if (!statement.path("predicateType").asText().equals(TYPE)
                    || !Canonical.digest(statement.path("predicate")).equals(digest)) {
                return Line.fails(WHAT, "it is of another record");
            }
            int about = statement.path("subject").size();
            boolean named = false;
            for (JsonNode subject : statement.path("subject")) {
                named |= digest.equals("sha256:" + subject.at("/digest/sha256").asText());
            }
            return named
                    ? Line.holds(WHAT, "the record, about " + about + " digests" + envelope.others(keys))
                    : Line.fails(WHAT, "it does not name the record among what it is about");
        } catch (IllegalArgumentException | UncheckedIOException fault) {
            return Line.fails(WHAT, "it is no signed statement");
        }
    }
}
