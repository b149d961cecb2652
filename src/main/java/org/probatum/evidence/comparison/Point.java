package org.probatum.evidence.comparison;

/** One run's value of a criterion's metric, in the metric's own unit. */
public record Point(long run, String reference, String digest, double value) {}
