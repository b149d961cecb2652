package org.probatum.publication.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** That the record is the one that was published, and that its gates and runs are events of the log. */
public final class RecordCheck {
    /** How a line begins that holds only as far as can still be seen. */
    public static final String UNSHOWN = "not to be shown any more";

    private final String key;
    private final JsonNode record;
    private final Happened happened;

    /**
     * @param key of the decision that it has to be of
     * @param happened what the decision's events say, all of them
     */
    public RecordCheck(String key, JsonNode record, Happened happened) {
        this.key = key;
        this.record = record;
        this.happened = happened;
    }

    /** Each thing that was looked at. */
    public List<Line> lines() {
        return List.of(published(), gates(), runs());
    }

    private Line published() {
        String digest = Canonical.digest(record);
        if (!record.path("key").asText().equals(key)) {
            return Line.fails("record", "it is of " + record.path("key").asText("no decision"));
        }
        if (happened.publications() != 1) {
            return Line.fails("record", "it was published " + happened.publications() + " times");
        }
        return digest.equals(happened.subject())
                ? Line.holds("record", digest + ", published " + happened.publishedAt())
                : Line.fails("record", "another one was published: " + happened.subject());
    }

    /** Each approval on the record is an event: of that gate, in that slot, on that material. */
    private Line gates() {
        int approvals = 0;
        for (JsonNode gate : record.path("gates")) {
            if (!happened.isApproved(gate)) {
                return missing(
                        "gates",
                        "the log has no approval of " + gate.path("gate").asText() + " by "
                                + gate.path("reviewer").asText());
            }
            approvals++;
        }
        for (String gate : List.of("SCOPE", "OPTIONS", "TRADE_OFFS", "VERIFICATION", "PUBLICATION")) {
            if (!happened.isPassed(gate)) {
                return missing("gates", "the log does not have that " + gate + " was passed");
            }
        }
        return Line.holds("gates", "all five were passed, by " + approvals + " approvals on what the record shows");
    }

    private Line runs() {
        int runs = 0;
        for (JsonNode run : record.path("runs")) {
            if (!happened.isAttached(run.path("digest").asText())) {
                return missing(
                        "runs", "the log does not have that " + run.path("name").asText() + " was attached as it is");
            }
            runs++;
        }
        return Line.holds("runs", runs + " runs, as they were attached");
    }

    /** What was erased can be shown no more; that the record is what was published still is. */
    private Line missing(String what, String words) {
        return happened.erased() == 0
                ? Line.fails(what, words)
                : Line.holds(
                        what,
                        UNSHOWN + ": what was said in " + happened.erased()
                                + " events is not here, as after an erasure");
    }
}
