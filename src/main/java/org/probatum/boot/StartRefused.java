package org.probatum.boot;

/** The service does not start for a reason that whoever starts it can mend: the message says what to do, and is all there is to say. */
final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartRefused(String message) {
        super(message, null, false, false);
    }
}
