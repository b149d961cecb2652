package org.probatum.risk;

/** Where a risk stands in the register. */
public enum RiskState {
    /** Above tolerance, or not rated, and nobody has accepted it. */
    OPEN("Open", "✕", "bad"),
    /** Above tolerance, and the acceptance there was holds no more: expired, revoked, or overtaken by a change. */
    ACCEPTANCE_EXPIRED("Acceptance expired", "!", "bad"),
    /** Its owner's acceptance holds. */
    ACCEPTED("Accepted", "◐", "warn"),
    /** Brought within tolerance by its mitigation. */
    MITIGATED("Mitigated", "✓", "good"),
    /** Never above tolerance. */
    WITHIN_TOLERANCE("Within tolerance", "✓", "good"),
    /** Its decision was declined, rejected or withdrawn. */
    CLOSED("Closed with its decision", "–", "");

    private final String title;
    private final String mark;
    private final String tone;

    RiskState(String title, String mark, String tone) {
        this.title = title;
        this.mark = mark;
        this.tone = tone;
    }

    /** What pages call it. */
    public String title() {
        return title;
    }

    /** The sign beside the word, so that no colour is needed to tell. */
    public String mark() {
        return mark;
    }

    /** How its tag is coloured. */
    public String tone() {
        return tone;
    }
}
