package org.probatum.decision;

/** The process brought a decision somewhere else: another stage, an opened gate, an end. Fired within the transaction. */
public record StageChanged(Decision decision) {}
