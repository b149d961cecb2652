package org.probatum.evidence.lineage;

import org.probatum.decision.Decision;

/** What disturbed runs of a decision was taken back. Fired in the transaction that takes it back. */
public record EvidenceSettled(Decision decision, String what) {}
