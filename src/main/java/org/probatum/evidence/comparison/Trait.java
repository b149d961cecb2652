package org.probatum.evidence.comparison;

/** What runs have to share to be compared; an author may name a difference in one, and say in words why they compare all the same. */
public enum Trait {
    /** The dataset's name, and the digest of its content. */
    DATASET("dataset content"),
    /** The part of it that was measured on. */
    SPLIT("split"),
    /** Which way of the metric is better, and of how many examples it is the metric. */
    METRIC("metric definition"),
    /** Runs of one option differ in their seeds: a run repeated is not another run. */
    SEED("seeds");

    private final String words;

    Trait(String words) {
        this.words = words;
    }

    /** As a sentence calls it. */
    public String noun() {
        return words;
    }
}
