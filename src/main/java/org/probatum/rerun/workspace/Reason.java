package org.probatum.rerun.workspace;

/**
 * Why what was recorded cannot be run again.
 *
 * @param pointer the place in the manifest, as a JSON pointer
 * @param wrong what is wrong, in plain words
 * @param right what to record next time, or what to restore
 */
public record Reason(Kind kind, String pointer, String wrong, String right) {
    /** What kept it from being started. */
    public enum Kind {
        /** The manifest does not say enough. */
        MISSING,
        /** It says where, and nothing is there any more. */
        GONE,
        /** Something is there, and it is not what was recorded. */
        CHANGED,
        /** It may be there; this service does not fetch such a thing, or not so much, or not from there. */
        NOT_FETCHED
    }
}
