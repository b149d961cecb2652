package org.probatum.gate;

import org.probatum.decision.Gate;

/** One thing a gate requires. Each is a small class of its own; those on the class path are all asked. */
public interface Requirement {
    /**
     * What is asked.
     *
     * @param id stable, such as {@code scope.outcomes}
     * @param title as a page says it
     * @param order where it stands in its gate's report
     * @param waivable somebody entitled may let it pass for a time
     * @param itemized it is waived item by item, never as a whole
     */
    record Question(String id, String title, Gate gate, int order, boolean waivable, boolean itemized) {
        /** A question asked as a whole. */
        public Question(String id, String title, Gate gate, int order, boolean waivable) {
            this(id, title, gate, order, waivable, false);
        }
    }

    Question asks();

    /** Judges a decision as it stands. */
    Finding judge(Case laid);
}
