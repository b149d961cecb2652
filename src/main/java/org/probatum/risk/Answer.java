package org.probatum.risk;

/** What the holder of an escalation can say. Each has its own action. */
public enum Answer {
    ACCEPT("Accept until a day", true, false),
    RENEW("Renew until a day", true, false),
    REFUSE("Refuse", false, false),
    DEMAND_MITIGATION("Demand mitigation", false, false),
    EXTEND("Extend the due date", true, false),
    REASSIGN("Ask somebody else", true, true),
    QUESTION("Question the decision", false, false),
    DEMAND_RUN("Demand another run", false, false),
    REAFFIRM("Reaffirm the decision", false, false),
    REVOKE("Revoke the decision", false, false);

    private final String title;
    private final boolean dated;
    private final boolean named;

    Answer(String title, boolean dated, boolean named) {
        this.title = title;
        this.dated = dated;
        this.named = named;
    }

    /** What pages call it. */
    public String title() {
        return title;
    }

    /** It says until when. */
    public boolean dated() {
        return dated;
    }

    /** It names somebody. */
    public boolean named() {
        return named;
    }
}
