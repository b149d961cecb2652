package org.probatum.evidence.lineage;

import org.probatum.evidence.EvidenceDisturbed;

/** Something found to disturb evidence is on record, and was not before: what is found again and again is told once. */
public record DisturbanceKept(EvidenceDisturbed found) {}
