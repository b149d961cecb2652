package org.probatum.evidence.tracker;

/** What a tracker groups runs by. */
public record Experiment(String id, String name) {}
