package org.probatum.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What becomes of what was promised until a day. */
public sealed interface FollowUpEvent extends DecisionEvent {
    record FollowUpStarted(
            long followUp,
            String kind,
            String what,
            @Nullable String person,
            LocalDate due) implements FollowUpEvent {
        @Override
        public String summary() {
            return DecisionEvent.words(kind) + " to be done until " + due + ": " + what;
        }
    }

    record FollowUpReminded(
            long followUp,
            String kind,
            String what,
            @Nullable String person,
            LocalDate due) implements FollowUpEvent {
        @Override
        public String summary() {
            return (person == null ? "nobody" : person) + " reminded, due on " + due + ": " + what;
        }
    }

    record FollowUpVerified(long followUp, String kind, String what, String result, String note)
            implements FollowUpEvent {
        @Override
        public String summary() {
            return "verified \u201c" + what + "\u201d: " + DecisionEvent.words(result);
        }
    }
}
