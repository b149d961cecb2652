package org.probatum.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.probatum.decision.Decision;
import org.probatum.decision.Gate;
import org.probatum.decision.MaterialPart;
import org.probatum.decision.Policy;
import org.probatum.decision.Profile;
import org.probatum.decision.material.Material;
import org.probatum.evidence.Run;
import org.probatum.evidence.comparison.Comparisons;
import org.probatum.evidence.comparison.FiledComparison;
import org.probatum.shared.Json;

/**
 * The digest of what a gate's reviewers look at: a vote counts for what it was cast on and for nothing else. Which parts
 * belong to it is policy, and stays as it was when the gate opened.
 */
final class MaterialDigest {
    private MaterialDigest() {}

    static String of(Case laid, Gate gate) {
        Map<String, Object> seen = new TreeMap<>();
        for (MaterialPart part : parts(laid, gate)) {
            seen.put(
                    part.words(),
                    part == MaterialPart.RUNS
                            ? evidence(laid)
                            : content(laid.decision().profile(), laid.material(), part));
        }
        return Json.digest(Map.of("gate", gate, "material", seen));
    }

    /** The runs, and what is on record about comparing them: a review that rests on a comparison is outdated by another. */
    private static List<String> evidence(Case laid) {
        return Stream.concat(
                        laid.runs().stream().map(Run::digest),
                        laid.comparisons().all().stream()
                                .map(Comparisons.Judged::filed)
                                .filter(Objects::nonNull)
                                .map(FiledComparison::digest))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** The parts that are material at a gate. */
    static List<MaterialPart> parts(Case laid, Gate gate) {
        Decision decision = laid.decision();
        Policy.Terms open = decision.terms();
        return open != null && decision.stage().gate() == gate
                ? open.material()
                : laid.policy().terms(gate, decision.tier()).material();
    }

    /** What a part says; of runs and comparisons nothing, which are read on their own. */
    static Object content(Profile profile, Material material, MaterialPart part) {
        return switch (part) {
            case TITLE -> profile.title();
            case PROFILE -> profile.untitled();
            case SCOPE -> scope(material);
            case OPTIONS -> material.choice();
            case TRADE_OFFS -> material.tradeOffs();
            case RISKS -> material.risks();
            case ROLLOUT -> material.rollout();
            case ROLLBACK -> material.rollback() == null ? List.of() : material.rollback();
            case FOLLOW_UPS -> material.followUps();
            case SUMMARY -> material.summary();
            case RUNS -> List.of();
        };
    }

    /** A logging plan that the team wrote itself is part of what its scope says. */
    private static Object scope(Material material) {
        if (material.trackingPlan() == null) {
            return material.scope();
        }
        ObjectNode scope = Json.MAPPER.valueToTree(material.scope());
        scope.set("trackingPlan", Json.MAPPER.valueToTree(material.trackingPlan()));
        return scope;
    }
}
