package org.probatum.decision;

import org.jspecify.annotations.Nullable;

/** Where a decision is: five stages of work, each closed by its gate, and the ways it can end. */
public enum Stage {
    INTAKE("Intake", null, false),
    SCOPING("Scope", Gate.SCOPE, false),
    OPTIONS("Options", Gate.OPTIONS, false),
    TRADE_OFFS("Trade-offs", Gate.TRADE_OFFS, false),
    VERIFICATION("Verification", Gate.VERIFICATION, false),
    PUBLICATION("Publication", Gate.PUBLICATION, false),
    PUBLISHED("Published", null, true),
    DECLINED("Declined", null, true),
    REJECTED("Rejected", null, true),
    WITHDRAWN("Withdrawn", null, true);

    private final String title;
    private final @Nullable Gate gate;
    private final boolean ended;

    Stage(String title, @Nullable Gate gate, boolean ended) {
        this.title = title;
        this.gate = gate;
        this.ended = ended;
    }

    /** What pages call it. */
    public String title() {
        return title;
    }

    /** The gate that closes the stage; none before the first and after the last. */
    public @Nullable Gate gate() {
        return gate;
    }

    /** Nothing more is worked on or reviewed. */
    public boolean ended() {
        return ended;
    }

    /** The stage a gate closes. */
    public static Stage of(Gate gate) {
        return valueOf(gate == Gate.SCOPE ? "SCOPING" : gate.name());
    }
}
