package org.probatum.decision;

/**
 * The port to the workflow. Each call moves the process to its next wait state within the caller's transaction; the process
 * calls back the steps it passes ({@link EnterStage}, {@link OpenGate}, {@link EndDecision} and their like).
 */
public interface DecisionFlow {
    /** How a gate was decided. */
    enum Answer {
        PASSED,
        CHANGES_REQUESTED,
        REJECTED
    }

    /** Starts the process of a decision just filed: it is declined, or waits for its scope. */
    void start(Decision decision);

    /** The author's work on the stage is done: its gate opens. */
    void submitted(Decision decision);

    /** The gate is decided. */
    void decided(Decision decision, Answer answer);

    /** Everything that was being run again for the verification is over and judged. */
    void rerunsOver(Decision decision);

    /** The author withdraws, wherever the process stands. */
    void withdrawn(Decision decision);

    /** The process as a picture (SVG) that shows where a decision stands. */
    String picture(Decision decision, Stage reached);

    /**
     * The process as a picture (SVG) that shows where a decision stands.
     *
     * @param reached the last stage of work that a rejected or withdrawn decision was at
     */
    String picture(Stage stage, boolean inReview, Stage reached);
}
