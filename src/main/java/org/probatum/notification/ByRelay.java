package org.probatum.notification;

/** Marks the relay's statements, so that whoever counts what a request costs can tell them apart. */
final class ByRelay {
    private ByRelay() {}

    /** The statement with the mark after its first word: one before it would not be kept by the database. */
    static String mark(String statement) {
        return statement.replaceFirst("\\s", " /* relay */ ");
    }
}
