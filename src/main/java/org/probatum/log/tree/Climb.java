package org.probatum.log.tree;

/**
 * The way from a place in the lowest row to the root of a tree, as the checks of RFC 9162, sections 2.1.3.2 and 2.1.4.2, go it:
 * where one stands in a row, and where the row's last place is.
 */
final class Climb {
    private long at;
    private long last;

    Climb(long at, long last) {
        this.at = at;
        this.last = last;
    }

    boolean isAtTop() {
        return last == 0;
    }

    /** The next hash belongs to the left of what was reached. */
    boolean isOnRight() {
        return at % 2 == 1 || at == last;
    }

    /** One row up; and on, past rows in which the last place has nobody beside it and is its own parent. */
    void up() {
        if (at == last) {
            upWhileLeft();
        }
        at >>= 1;
        last >>= 1;
    }

    /** Up while what was reached ends what its parent covers. */
    void upWhileRight() {
        while (at % 2 == 1) {
            at >>= 1;
            last >>= 1;
        }
    }

    private void upWhileLeft() {
        while (at % 2 == 0 && at > 0) {
            at >>= 1;
            last >>= 1;
        }
    }
}
