package org.probatum.publication.bundle;

import java.time.Instant;

/**
 * How far a decision's events reach in the log, as a statement's predicate. Numbers show that none is missing between events; that
 * none was cut off behind the last is shown by this, and by nothing that the tree can prove.
 *
 * @param at when it was said
 * @param events how many there are among the leaves
 * @param leaves the size of the checkpoint
 * @param root of the checkpoint, in base64
 */
public record Extent(Instant at, String decision, int events, long leaves, String root) {
    /** What kind of statement it is. */
    public static final String TYPE = "https://probatum.org/attestation/extent/v1";
}
