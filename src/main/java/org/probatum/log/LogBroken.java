package org.probatum.log;

/** The log in the database is not the one that was signed. Nothing is signed on top of it; the message says what does not fit. */
public final class LogBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    LogBroken(String message) {
        super(message);
    }
}
