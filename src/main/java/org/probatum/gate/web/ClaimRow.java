package org.probatum.gate.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.gate.Case;
import org.probatum.gate.Evidence;

/** A claim of the rationale and what it cites, each reference with why it leads nowhere when it does not. */
record ClaimRow(@Nullable String claim, List<Cited> evidence) {
    /** A reference; the gap is null when it leads to evidence. */
    record Cited(String reference, @Nullable String gap) {
        /** The address of a document; null for what is attached here. */
        public @Nullable String address() {
            return gap == null && reference.startsWith("document:") ? reference.substring("document:".length()) : null;
        }
    }

    /** Cites something, and all of it leads somewhere. */
    public boolean backed() {
        return !evidence.isEmpty() && evidence.stream().allMatch(cited -> cited.gap() == null);
    }

    static List<ClaimRow> of(Case laid) {
        Evidence evidence = new Evidence(laid);
        return laid.material().choice().rationale().stream()
                .map(claim -> new ClaimRow(
                        claim.claim(),
                        claim.evidence().stream()
                                .map(cited ->
                                        new Cited(cited, evidence.gap(cited).orElse(null)))
                                .toList()))
                .toList();
    }
}
