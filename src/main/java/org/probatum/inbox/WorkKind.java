package org.probatum.inbox;

/** What is asked of whoever a work item waits for. */
public enum WorkKind {
    /** Work on the stage and submit it. */
    STAGE("Work on the stage", "Continue"),
    /** Review the open gate. */
    REVIEW("Review the gate", "Review"),
    /** Confirm, as a second person, that the decision is rejected. */
    CONFIRM("Confirm a rejection", "Decide"),
    /** Assess every option on one dimension. */
    ASSESS("Assess trade-offs", "Assess"),
    /** Decide on a residual risk above the team's tolerance. */
    ACCEPT("Decide on a risk above tolerance", "Decide");

    private final String title;
    private final String verb;

    WorkKind(String title, String verb) {
        this.title = title;
        this.verb = verb;
    }

    public String title() {
        return title;
    }

    public String verb() {
        return verb;
    }
}
