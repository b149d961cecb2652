package org.probatum.gate.requirement;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        List<String> failing = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            int position = i + 1;
            flaw(claims.get(i), evidence)
                    .ifPresent(flaw -> failing.add("Claim " + position + " is not backed: " + flaw + "."));
        }
        return failing.isEmpty()
                ? new Finding.Satisfied(Numbered.count(claims, "claim") + ", each with evidence.")
                : new Finding.Unsatisfied(
                        String.join(" ", failing),
                        "Cite an attached run as inline:<name>, an imported one as mlflow:<connection>/<run id>, a comparison"
                                + " that is filed as comparison:<criterion>, or a document as document:<https address>.");
    }

    /** What keeps a claim from being backed. */
    private static Optional<String> flaw(Claim claim, Evidence evidence) {
        if (claim.claim() == null) {
            return Optional.of("it says nothing");
        }
        if (claim.evidence().isEmpty()) {
            return Optional.of("it cites nothing");
        }
        String gaps = claim.evidence().stream()
                .distinct()
                .flatMap(cited -> evidence.gap(cited).stream())
                .collect(Collectors.joining("; "));
        return gaps.isEmpty() ? Optional.empty() : Optional.of(gaps);
    }
}
