package org.probatum.policy.backtest;

/**
 * An outcome of a past decision that a candidate would have made otherwise.
 *
 * @param kind what kind of outcome: boundary, tier, terms, risk, requirements
 * @param subject of what: a gate, a risk; empty when it is of the whole decision
 * @param consequence what that would have meant; empty when nothing but the outcome itself
 */
public record Flip(long decisionId, String kind, String subject, String was, String would, String consequence) {}
