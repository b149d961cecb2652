package org.probatum.log.note;

/** A text that is not of the form that it must have; the message says which part, and what would be right. */
public final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    public Malformed(String message) {
        super(message);
    }
}
