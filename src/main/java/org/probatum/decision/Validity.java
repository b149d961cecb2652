package org.probatum.decision;

/** Whether a published decision still holds. Its stage stays what it is: it was published, whatever becomes of it. */
public enum Validity {
    /** As it was published, and nobody has questioned it. */
    HOLDS("Published"),
    /** Something it rests on gave way: it waits for somebody's word. */
    QUESTIONED("Questioned"),
    /** It was questioned, and somebody without a hand in it said that it holds. */
    REAFFIRMED("Reaffirmed"),
    /** It holds no more, for good. */
    REVOKED("Revoked"),
    /** A later decision took its place, for good. */
    SUPERSEDED("Superseded");

    private final String title;

    Validity(String title) {
        this.title = title;
    }

    /** What pages call it. */
    public String title() {
        return title;
    }

    /** Nothing more is said about it. */
    public boolean ended() {
        return this == REVOKED || this == SUPERSEDED;
    }

    /** It may be relied on. */
    public boolean holds() {
        return this == HOLDS || this == REAFFIRMED;
    }
}
