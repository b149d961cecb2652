package org.probatum.gate;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.probatum.decision.Decision;
import org.probatum.decision.Gate;
import org.probatum.decision.MaterialAt;
import org.probatum.decision.MaterialAt.Past;
import org.probatum.decision.MaterialPart;
import org.probatum.decision.Profile;
import org.probatum.decision.material.Material;
import org.probatum.gate.difference.Change;
import org.probatum.gate.difference.Difference;
import org.probatum.people.Actor;
import org.probatum.shared.Json;

/** What changed in a decision since somebody last saw it, in what a gate looks at or in everything. */
@ApplicationScoped
public class Differences {
    /** What changed after an event. */
    public record Since(int event, List<Change> changes) {}

    private final MaterialAt materialAt;
    private final Gates gates;

    Differences(MaterialAt materialAt, Gates gates) {
        this.materialAt = materialAt;
        this.gates = gates;
    }

    /** What a gate looks at, since an event; people are called as given. */
    public Since since(Decision decision, Gate gate, int event, UnaryOperator<String> names) {
        return since(decision, gate, materialAt.after(decision, event), names);
    }

    /** What a gate looks at, since somebody's last review there; empty when they never reviewed it. */
    public Optional<Since> sinceReview(Actor actor, Decision decision, Gate gate, UnaryOperator<String> names) {
        return materialAt.whenReviewed(decision, actor, gate).map(past -> since(decision, gate, past, names));
    }

    /** Everything that one event changed. */
    public List<Change> by(Decision decision, int event, UnaryOperator<String> names) {
        List<MaterialPart> all = List.of(MaterialPart.values());
        Past before = materialAt.after(decision, event - 1);
        Past after = materialAt.after(decision, event);
        return Difference.between(
                read(before.profile(), before.material(), all), read(after.profile(), after.material(), all), names);
    }

    private Since since(Decision decision, Gate gate, Past past, UnaryOperator<String> names) {
        List<MaterialPart> parts = MaterialDigest.parts(gates.lay(decision), gate);
        List<Change> changes = new ArrayList<>(Difference.between(
                read(past.profile(), past.material(), parts),
                read(decision.profile(), decision.material(), parts),
                names));
        if (parts.contains(MaterialPart.RUNS)) {
            past.runsSince()
                    .forEach(run ->
                            changes.add(new Change("Run " + run, Change.Kind.ADDED, null, "attached", List.of())));
            past.comparisonsSince()
                    .forEach(criterion -> changes.add(
                            new Change("Comparison " + criterion, Change.Kind.ADDED, null, "filed", List.of())));
        }
        return new Since(past.seq(), changes);
    }

    private static Map<String, JsonNode> read(Profile profile, Material material, List<MaterialPart> parts) {
        Map<String, JsonNode> read = new LinkedHashMap<>();
        parts.forEach(part ->
                read.put(part.words(), Json.MAPPER.valueToTree(MaterialDigest.content(profile, material, part))));
        return read;
    }
}
