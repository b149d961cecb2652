package org.probatum.publication.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.probatum.shared.Json;

/** That the record is the one that was published, and that its gates and runs are events of the log. */
final class RecordCheck {
    private static final Set<String> JUDGED = Set.of("Questioned", "Reaffirmed", "Revoked", "Superseded");

    private final Bundle bundle;
    private final List<JsonNode> leaves;

    RecordCheck(Bundle bundle, List<JsonNode> leaves) {
        this.bundle = bundle;
        this.leaves = leaves;
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>(List.of(published(), gates(), runs()));
        standing().ifPresent(lines::add);
        return lines;
    }

    private Line published() {
        String digest = Json.digest(bundle.record());
        if (!bundle.record().path("key").asText().equals(bundle.key())) {
            return Line.fails(
                    "record", "it is of " + bundle.record().path("key").asText("no decision"));
        }
        List<JsonNode> published = leaves.stream()
                .filter(leaf -> leaf.path("type").asText().equals("Published"))
                .toList();
        if (published.size() != 1) {
            return Line.fails("record", "it was published " + published.size() + " times");
        }
        return digest.equals(published.get(0).path("subject").asText())
                ? Line.holds(
                        "record",
                        digest + ", published " + published.get(0).path("at").asText())
                : Line.fails(
                        "record",
                        "another one was published: "
                                + published.get(0).path("subject").asText());
    }

    /** Each approval on the record is an event: of that gate, in that slot, on that material. */
    private Line gates() {
        int approvals = 0;
        for (JsonNode gate : bundle.record().path("gates")) {
            String name = gate.path("gate").asText();
            boolean logged = events("Reviewed")
                    .anyMatch(said -> said.path("gate").asText().equals(name)
                            && said.path("vote").asText().equals("APPROVE")
                            && said.path("slot")
                                    .asText()
                                    .equals(gate.path("slot").asText())
                            && said.path("comment")
                                    .asText()
                                    .equals(gate.path("comment").asText())
                            && said.path("material")
                                    .asText()
                                    .equals(gate.path("material").asText()));
            if (!logged) {
                return Line.fails(
                        "gates",
                        "the log has no approval of " + name + " by "
                                + gate.path("reviewer").asText());
            }
            approvals++;
        }
        for (String gate : List.of("SCOPE", "OPTIONS", "TRADE_OFFS", "VERIFICATION", "PUBLICATION")) {
            if (events("GatePassed")
                    .noneMatch(said -> said.path("gate").asText().equals(gate))) {
                return Line.fails("gates", "the log does not have that " + gate + " was passed");
            }
        }
        return Line.holds("gates", "all five were passed, by " + approvals + " approvals on what the record shows");
    }

    private Line runs() {
        int runs = 0;
        for (JsonNode run : bundle.record().path("runs")) {
            String digest = run.path("digest").asText();
            if (events("RunAttached")
                    .noneMatch(said -> said.path("digest").asText().equals(digest))) {
                return Line.fails(
                        "runs", "the log does not have that " + run.path("name").asText() + " was attached as it is");
            }
            runs++;
        }
        return Line.holds("runs", runs + " runs, as they were attached");
    }

    /** What was said of it last. What came after the bundle was made is not in it. */
    private Optional<Line> standing() {
        return leaves.stream()
                .filter(leaf -> JUDGED.contains(leaf.path("type").asText()))
                .max(Comparator.comparingLong(leaf -> leaf.path("seq").asLong()))
                .map(last -> new Line(
                        "standing",
                        last.path("type").asText().equals("Reaffirmed"),
                        last.path("type").asText().toLowerCase(java.util.Locale.ROOT) + " at "
                                + last.path("at").asText()));
    }

    private java.util.stream.Stream<JsonNode> events(String type) {
        List<JsonNode> said = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            JsonNode payload = bundle.events().get(i).payload();
            if (payload != null && leaves.get(i).path("type").asText().equals(type)) {
                said.add(payload.path("event"));
            }
        }
        return said.stream();
    }
}
