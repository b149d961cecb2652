package org.probatum.evidence.comparison;

/** A difference between compared runs that the author names: in what they differ, and in words why they compare all the same. */
public record Named(Trait covers, String words) {}
