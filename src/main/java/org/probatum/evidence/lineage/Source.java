package org.probatum.evidence.lineage;

/**
 * Something one run rests on.
 *
 * @param declared it is only said, and no digest tells it from another of the same name
 */
public record Source(long run, Subject subject, boolean declared) {}
