package org.probatum.decision.deviation;

/** A second person's word on a deviation. */
public enum Verdict {
    APPROVE,
    REJECT
}
