package org.probatum.publication.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probatum.log.note.Checkpoint;
import org.probatum.log.tree.Hash;
import org.probatum.log.tree.Hashes;
import org.probatum.log.tree.InclusionProof;
import org.probatum.log.tree.ProofOutcome;
import org.probatum.shared.Json;

/** That the events are in the log, say what the bundle says that they do, and are all of them; and that the record follows. */
final class EventCheck {
    private final Bundle bundle;
    private final Checkpoint checkpoint;

    EventCheck(Bundle bundle, Checkpoint checkpoint) {
        this.bundle = bundle;
        this.checkpoint = checkpoint;
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(included());
        List<JsonNode> leaves = new ArrayList<>();
        try {
            bundle.events().forEach(event -> leaves.add(Json.read(event.leaf(), JsonNode.class)));
        } catch (UncheckedIOException fault) {
            lines.add(Line.fails("events", "a leaf is no JSON"));
            return lines;
        }
        lines.add(said(leaves));
        lines.add(complete(leaves));
        Happened happened = new Happened();
        for (int i = 0; i < leaves.size(); i++) {
            happened.add(leaves.get(i), bundle.events().get(i).payload());
        }
        lines.addAll(new RecordCheck(bundle.key(), bundle.record(), happened).lines());
        happened.standing().ifPresent(lines::add);
        return lines;
    }

    private Line included() {
        for (Bundle.Event event : bundle.events()) {
            Optional<List<Hash>> path = ProofPath.parse(event.proof());
            if (path.isEmpty()) {
                return Line.fails("in the log", "event at leaf " + event.index() + ": its proof has what is no hash");
            }
            ProofOutcome outcome = new InclusionProof(event.index(), checkpoint.size(), path.get())
                    .check(Hashes.leaf(event.leaf().getBytes(StandardCharsets.UTF_8)), checkpoint.root());
            if (outcome instanceof ProofOutcome.Fails fails) {
                return Line.fails("in the log", "event at leaf " + event.index() + ": " + fails.why());
            }
        }
        return Line.holds("in the log", bundle.events().size() + " events, each with its way to the root");
    }

    private Line said(List<JsonNode> leaves) {
        List<String> unsaid = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            JsonNode payload = bundle.events().get(i).payload();
            if (payload == null || payload.isNull()) {
                unsaid.add(String.valueOf(bundle.events().get(i).index()));
            } else if (!Canonical.digest(payload)
                    .equals(leaves.get(i).path("payloadDigest").asText())) {
                return Line.fails(
                        "what was said",
                        "leaf " + bundle.events().get(i).index()
                                + " has the digest of something else than the bundle says");
            }
        }
        return Line.holds(
                "what was said",
                "as the leaves have it by digest"
                        + (unsaid.isEmpty()
                                ? ""
                                : "; nothing is here of leaf " + String.join(", ", unsaid) + ", as after an erasure"));
    }

    private Line complete(List<JsonNode> leaves) {
        long[] numbers = new long[leaves.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode leaf = leaves.get(i);
            if (!leaf.path("decision").asText().equals(bundle.key())) {
                return Line.fails("events", "one is of " + leaf.path("decision").asText("no decision"));
            }
            numbers[i] = leaf.path("seq").asLong(-1);
        }
        List<Long> sorted = Stream.of(numbers)
                .flatMap(all -> java.util.Arrays.stream(all).boxed())
                .sorted()
                .toList();
        for (int i = 0; i < numbers.length; i++) {
            if (sorted.get(i) != i + 1L) {
                return Line.fails("events", "event " + (i + 1) + " of " + bundle.key() + " is missing");
            }
        }
        return numbers.length == 0
                ? Line.fails("events", "there are none")
                : Line.holds("events", "1 to " + numbers.length + " of " + bundle.key() + ", none left out between");
    }
}
