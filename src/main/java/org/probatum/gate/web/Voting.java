package org.probatum.gate.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.people.StandIn;

/**
 * Who votes at a gate: whether it is open, whether the one who looks may vote and why not, and every seat of its quorum.
 *
 * @param yours whoever looks may vote
 * @param slot the seats they could take, in words
 * @param outdated what they approved has changed since
 * @param own they may vote for themselves
 * @param absent for whom else they may vote
 */
record Voting(
        boolean open,
        boolean yours,
        String slot,
        String why,
        boolean outdated,
        List<Seat> seats,
        List<Rejection> rejections,
        boolean own,
        List<StandIn> absent) {
    /** A seat, who fills it, and while it is open who could. */
    record Seat(String takes, @Nullable String filledBy, List<String> able) {
        public String who() {
            return Names.either(able, "nobody in the team");
        }
    }

    /** A rejection that waits for its end; whoever looks may confirm it, or take it back because it is theirs. */
    record Rejection(long id, String by, String comment, Instant at, boolean confirmable, boolean theirs) {
        /** The name of the forms that end it. */
        public String form() {
            return "rejection-" + id;
        }
    }

    /** How many seats are filled. */
    public long filled() {
        return seats.stream().filter(seat -> seat.filledBy() != null).count();
    }
}
