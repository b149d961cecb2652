package org.probatum.notification;

/** Marks the relay's statements, so that whoever counts what a request costs can tell them apart. */
final class ByRelay {
    static final String MARK = "/* relay */ ";

    private ByRelay() {}
}
