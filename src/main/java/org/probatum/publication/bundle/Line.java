package org.probatum.publication.bundle;

/** One thing that was looked at in a bundle or an export, and what came of it. */
public record Line(String what, boolean holds, String because) {
    /** It is as it should be; what was seen. */
    public static Line holds(String what, String because) {
        return new Line(what, true, because);
    }

    /** It is not; what does not fit. */
    public static Line fails(String what, String because) {
        return new Line(what, false, because);
    }
}
