package org.probatum.evidence.tracker;

import java.io.IOException;

/** A tracker did not answer as it should; the message says what it did and what to do, and holds no secret. */
public final class TrackerFault extends IOException {
    private static final long serialVersionUID = 1L;

    /** What kind of fault. */
    public enum Kind {
        /** It says there is no such thing. */
        GONE,
        /** It does not let the service in. */
        REFUSED,
        /** It is not reached, too slow, or fails itself: later it may answer. */
        UNREACHABLE,
        /** It answers in good order that it failed. */
        FAILED,
        /** What it answers makes no sense: later it will make none either. */
        NONSENSE
    }

    private final Kind kind;

    public TrackerFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** Asking again later may help; asking for another run now will not. */
    public boolean isOfWholeTracker() {
        return kind == Kind.UNREACHABLE || kind == Kind.FAILED || kind == Kind.REFUSED;
    }

    /** The message. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
