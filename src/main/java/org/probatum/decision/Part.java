package org.probatum.decision;

/** A part of the material that is revised as one, the stage it belongs to, and so the last stage that still allows it. */
public enum Part {
    PROFILE(Stage.SCOPING),
    SCOPE(Stage.SCOPING),
    OPTIONS(Stage.OPTIONS),
    TRADE_OFFS(Stage.TRADE_OFFS),
    RISKS(Stage.TRADE_OFFS),
    ROLLOUT(Stage.TRADE_OFFS),
    ROLLBACK(Stage.TRADE_OFFS),
    TRACKING_PLAN(Stage.VERIFICATION),
    RUNS(Stage.VERIFICATION),
    CITED_RUNS(Stage.VERIFICATION),
    FOLLOW_UPS(Stage.PUBLICATION),
    SUMMARY(Stage.PUBLICATION);

    private final Stage until;

    Part(Stage until) {
        this.until = until;
    }

    /** The stage whose gate closes the part for good. */
    public Stage until() {
        return until;
    }

    /** A decision in the stage still takes revisions of the part. */
    public boolean openIn(Stage stage) {
        return stage.compareTo(until) <= 0;
    }

    /** In words. */
    public String words() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
