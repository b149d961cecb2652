package org.probatum.publication.bundle;

/** One thing that was looked at in a bundle, and what came of it. */
public record Line(String what, boolean holds, String because) {
    static Line holds(String what, String because) {
        return new Line(what, true, because);
    }

    static Line fails(String what, String because) {
        return new Line(what, false, because);
    }
}
