package org.probatum.publication.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.List;
import org.probatum.log.note.Checkpoint;
import org.probatum.log.note.NoteKey;
import org.probatum.shared.Json;

/** That the events are all that the log had of the decision at the checkpoint: none was cut off behind the last. */
final class ExtentCheck {
    private static final String WHAT = "extent";

    private ExtentCheck() {}

    static Line line(Bundle bundle, Checkpoint checkpoint, List<NoteKey> keys) {
        try {
            if (keys.stream().noneMatch(bundle.extent()::isSignedBy)) {
                return Line.fails(WHAT, "it is not signed by a key that you trust");
            }
            JsonNode statement = Json.read(bundle.extent().text(), JsonNode.class);
            JsonNode said = statement.path("predicate");
            if (!statement.path("predicateType").asText().equals(Extent.TYPE)
                    || !said.path("decision").asText().equals(bundle.key())
                    || said.path("leaves").asLong(-1) != checkpoint.size()
                    || !said.path("root").asText().equals(checkpoint.root().base64())) {
                return Line.fails(WHAT, "it is not of " + bundle.key() + " at this checkpoint");
            }
            int there = bundle.events().size();
            int had = said.path("events").asInt(-1);
            return had == there
                    ? Line.holds(
                            WHAT,
                            "these are all that the log had at " + checkpoint.size() + " leaves, as was signed at "
                                    + said.path("at").asText() + "; what was said later the deploy gate tells"
                                    + bundle.extent().others(keys))
                    : Line.fails(WHAT, "the log had " + had + " events of " + bundle.key() + ", and here are " + there);
        } catch (IllegalArgumentException | UncheckedIOException fault) {
            return Line.fails(WHAT, "it is no signed statement");
        }
    }
}
