package org.probatum.log.tree;

/** What came of checking a proof. */
public sealed interface ProofOutcome {
    /** It proves what it says. */
    record Holds() implements ProofOutcome {}

    /**
     * It proves nothing.
     *
     * @param why as a clause
     */
    record Fails(String why) implements ProofOutcome {}

    default boolean holds() {
        return this instanceof Holds;
    }
}
