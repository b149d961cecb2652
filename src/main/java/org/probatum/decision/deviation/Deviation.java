package org.probatum.decision.deviation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Criterion;

/**
 * One change of the criteria: what they said and what they say, by whom, and what was said of it since.
 *
 * @param number counts the decision's deviations; changes before the seal are counted for themselves
 * @param sealed the criteria were sealed already: it is a deviation, and needs explaining and approving
 * @param runs how many runs were attached when it was made
 * @param seq the event that made it, with {@code by} and {@code byId}; null when it was made past the service
 * @param undone the criteria came back later to exactly what they were before it
 */
public record Deviation(
        int number,
        boolean sealed,
        Instant at,
        int runs,
        @Nullable Integer seq,
        @Nullable String by,
        @Nullable Long byId,
        List<Criterion> before,
        List<Criterion> after,
        List<Explained> explanations,
        boolean undone) {
    /** An explanation and, once somebody gave it, the word on it. */
    public record Explained(
            long id,
            String text,
            String by,
            Instant at,
            @Nullable Answered answer) {}

    /** The word on an explanation. */
    public record Answered(Verdict verdict, String comment, String by, long byId, Instant at) {}

    /** Where a deviation stands. */
    public enum State {
        /** Nobody said why. */
        UNEXPLAINED,
        /** It is explained and waits for a second person. */
        EXPLAINED,
        /** A second person lets it stand. */
        APPROVED,
        /** A second person does not: it has to be undone, or explained anew. */
        REJECTED,
        /** Whoever approved it has worked on the decision since: it has to be explained and approved anew. */
        LAPSED,
        /** It was taken back. */
        UNDONE;

        /** Nothing is left to do about it. */
        public boolean settled() {
            return this == APPROVED || this == UNDONE;
        }

        /** In a line. */
        public String words() {
            return switch (this) {
                case UNEXPLAINED -> "not explained";
                case EXPLAINED -> "explained and not approved yet";
                case APPROVED -> "approved";
                case REJECTED -> "rejected";
                case LAPSED -> "approved by somebody who has worked on the decision since";
                case UNDONE -> "undone";
            };
        }
    }

    /** The newest explanation: the one that is answered. */
    public Optional<Explained> explained() {
        return explanations.isEmpty() ? Optional.empty() : Optional.of(explanations.get(explanations.size() - 1));
    }

    /** Where it stands, when these have a hand in the decision: an approval by one of them no longer counts. */
    public State state(Set<Long> barred) {
        if (undone) {
            return State.UNDONE;
        }
        Explained newest = explained().orElse(null);
        if (newest == null) {
            return State.UNEXPLAINED;
        }
        Answered answer = newest.answer();
        if (answer == null) {
            return State.EXPLAINED;
        }
        if (answer.verdict() == Verdict.REJECT) {
            return State.REJECTED;
        }
        return barred.contains(answer.byId()) ? State.LAPSED : State.APPROVED;
    }

    Deviation taken(boolean back) {
        return new Deviation(number, sealed, at, runs, seq, by, byId, before, after, List.copyOf(explanations), back);
    }
}
