package org.probatum.gate.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.probatum.gate.Case;
import org.probatum.gate.Evidence;

/** A claim of the rationale and what it cites, each reference with why it leads nowhere when it does not. */
record ClaimRow(@Nullable String claim, List<Cited> evidence) {
    /** A reference; the gap is null when it leads to evidence, the comparison is the criterion of one. */
    record Cited(
            String reference,
            @Nullable String gap,
            @Nullable String comparison) {
        /** The address of a document; null for what is attached here. */
        public @Nullable String address() {
            return gap == null && reference.startsWith("document:") ? reference.substring("document:".length()) : null;
        }
    }

    /** Cites something, and all of it leads somewhere. */
    public boolean backed() {
        return !evidence.isEmpty() && evidence.stream().allMatch(cited -> cited.gap() == null);
    }

    /** What keeps it from being backed, as a sentence; empty when nothing does. */
    public String flaw() {
        if (evidence.isEmpty()) {
            return "No evidence: it cites nothing.";
        }
        List<String> gaps =
                evidence.stream().map(Cited::gap).filter(Objects::nonNull).toList();
        return gaps.isEmpty() ? "" : "Not backed: " + String.join("; ", gaps) + ".";
    }

    /** The criterion of a comparison that can be looked at; null for anything else. */
    private static @Nullable String comparison(Case laid, String cited) {
        String id = cited.startsWith("comparison:") ? cited.substring("comparison:".length()) : "";
        return laid.material().scope().criteria().stream()
                        .anyMatch(criterion -> criterion.id().equals(id))
                ? id
                : null;
    }

    static List<ClaimRow> of(Case laid) {
        Evidence evidence = new Evidence(laid);
        return laid.material().choice().rationale().stream()
                .map(claim -> new ClaimRow(
                        claim.claim(),
                        claim.evidence().stream()
                                .map(cited ->
                                        new Cited(cited, evidence.gap(cited).orElse(null), comparison(laid, cited)))
                                .toList()))
                .toList();
    }
}
