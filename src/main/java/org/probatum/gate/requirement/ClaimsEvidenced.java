package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.probatum.decision.Gate;
import org.probatum.decision.material.Claim;
import org.probatum.gate.Case;
import org.probatum.gate.Evidence;
import org.probatum.gate.Finding;
import org.probatum.gate.Requirement;

/** Evidence, not preference. */
@Singleton
class ClaimsEvidenced implements Requirement {
    @Override
    public Question asks() {
        return new Question("options.claims", "Every claim cites evidence that resolves", Gate.OPTIONS, 20, false);
    }

    @Override
    public Finding judge(Case laid) {

        List<Claim> claims = laid.material().choice().rationale();
        if (claims.isEmpty()) {
            return new Finding.Unsatisfied(
                    "The rationale claims nothing.", "Say why the option was selected, and cite what shows it.");
        }
        Evidence evidence = new Evidence(laid);
        return Numbered.unmet(
                        claims,
                        claim -> claim.claim() != null
                                && !claim.evidence().isEmpty()
                                && claim.evidence().stream()
                                        .allMatch(cited -> evidence.gap(cited).isEmpty()))
                .<Finding>map(
                        which -> new Finding.Unsatisfied(
                                "Claim " + which + " is not backed: " + gaps(claims, evidence),
                                "Cite an attached run as inline:<name>, an imported one as mlflow:<connection>/<run id>,"
                                        + " a comparison as comparison:<criterion>, or a document as document:<https address>."))
                .orElseGet(() -> new Finding.Satisfied(Numbered.count(claims, "claim") + ", each with evidence."));
    }

    private static String gaps(List<Claim> claims, Evidence evidence) {
        String unresolved = claims.stream()
                .flatMap(claim -> claim.evidence().stream())
                .distinct()
                .flatMap(cited -> evidence.gap(cited).stream())
                .limit(3)
                .collect(Collectors.joining("; "));
        return unresolved.isEmpty() ? "it cites nothing." : unresolved + ".";
    }
}
