package org.probatum.gate;

import java.util.List;
import java.util.Map;
import org.probatum.decision.Gate;
import org.probatum.decision.material.Material;
import org.probatum.evidence.Run;
import org.probatum.shared.Json;

/** The digest of what a gate's reviewers look at: a vote counts for what it was cast on and for nothing else. */
final class MaterialDigest {
    private MaterialDigest() {}

    static String of(Case laid, Gate gate) {
        Material material = laid.material();
        Object seen =
                switch (gate) {
                    case SCOPE -> List.of(laid.decision().profile(), material.scope());
                    case OPTIONS -> List.of(material.choice(), digests(laid));
                    case TRADE_OFFS ->
                        List.of(
                                material.choice(),
                                material.tradeOffs(),
                                material.risks(),
                                material.rollout(),
                                material.rollback() == null ? List.of() : material.rollback());
                    case VERIFICATION -> List.of(material.scope(), material.choice(), digests(laid));
                    case PUBLICATION -> List.of(laid.decision().profile(), material, digests(laid));
                };
        return Json.digest(Map.of("gate", gate, "material", seen));
    }

    private static List<String> digests(Case laid) {
        return laid.runs().stream().map(Run::digest).sorted().toList();
    }
}
