package org.probatum.gate.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.Gate;
import org.probatum.decision.Stage;

/** The five stages as a road: what is behind, where the decision is, what is ahead. */
record Road(List<Stop> stops) {
    /** One stage: "done", "here" or nothing for its look, a word for the same, and when it is due. */
    record Stop(
            Gate gate,
            String title,
            String look,
            String word,
            @Nullable Instant due) {
        public boolean here() {
            return look.equals("here");
        }

        public boolean late() {
            return due != null && due.isBefore(Instant.now());
        }
    }

    /**
     * The road of a decision.
     *
     * @param reached the last stage an ended decision was at, as far as its reviews tell
     */
    static Road of(Decision decision, @Nullable Stage reached) {
        Stage at = decision.stage().ended() ? reached : decision.stage();
        return new Road(Arrays.stream(Gate.values())
                .map(gate -> stop(decision, gate, at))
                .toList());
    }

    private static Stop stop(Decision decision, Gate gate, @Nullable Stage at) {
        Stage stage = Stage.of(gate);
        boolean published = decision.stage() == Stage.PUBLISHED;
        if (published || (at != null && stage.compareTo(at) < 0)) {
            return new Stop(gate, gate.title(), "done", "passed", null);
        }
        if (stage != at) {
            return new Stop(gate, gate.title(), "", decision.stage().ended() ? "not reached" : "ahead", null);
        }
        if (decision.stage().ended()) {
            return new Stop(gate, gate.title(), "halt", "ended here", null);
        }
        return new Stop(gate, gate.title(), "here", decision.inReview() ? "in review" : "in work", decision.dueAt());
    }
}
