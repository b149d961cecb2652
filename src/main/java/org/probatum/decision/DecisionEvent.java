package org.probatum.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.material.Dimension;
import org.probatum.people.StandIn;
import org.probatum.people.Voice;

/** Everything that can happen in a decision's life. Each is one row for ever: what, and in words a person can read. */
public sealed interface DecisionEvent
        permits DecisionEvent.Filed,
                DecisionEvent.MaterialRevised,
                DecisionEvent.TradeOffAssessed,
                DecisionEvent.RunAttached,
                DecisionEvent.StageSubmitted,
                DecisionEvent.Reviewed,
                DecisionEvent.GatePassed,
                DecisionEvent.RejectionEnded,
                DecisionEvent.WaiverGranted,
                DecisionEvent.CriteriaSealed,
                DecisionEvent.RiskAccepted,
                DecisionEvent.AcceptanceRevoked,
                DecisionEvent.Withdrawn,
                DecisionEvent.Published,
                DecisionEvent.ReviewersReminded,
                DecisionEvent.GateOverdue,
                DecisionEvent.EscalationRaised,
                DecisionEvent.EscalationClimbed,
                DecisionEvent.EscalationAnswered,
                DecisionEvent.EscalationClosed,
                DecisionEvent.ComparisonFiled,
                DecisionEvent.CriteriaDeviated,
                DecisionEvent.DeviationExplained,
                DecisionEvent.DeviationAnswered,
                FollowUpEvent,
                RerunEvent,
                ValidityEvent {
    /** The sentence shown in histories, after the actor's name. */
    String summary();

    /** The event's stable name: its type's own. */
    default String type() {
        return getClass().getSimpleName();
    }

    /** Whom the actor acted for. */
    record Absent(String username, String name) {
        /** The absent person a voice is lent to; null when it is the actor's own. */
        public static @Nullable Absent of(Voice voice) {
            StandIn absent = voice.absent();
            return absent == null ? null : new Absent(absent.username(), absent.name());
        }

        private static String words(@Nullable Absent absent) {
            return absent == null ? "" : " for " + absent.name();
        }
    }

    record Filed(
            String title,
            String category,
            String ruling,
            String reason,
            @Nullable String tier,
            String policy) implements DecisionEvent {
        @Override
        public String summary() {
            return ruling.equals("ACCEPTED") ? "filed the decision" : "filed the decision; it was declined: " + reason;
        }
    }

    record MaterialRevised(String part, String before, String after) implements DecisionEvent {
        @Override
        public String summary() {
            return "revised the " + part;
        }
    }

    record TradeOffAssessed(
            String option,
            Dimension dimension,
            @Nullable Integer rating,
            @Nullable Absent onBehalfOf) implements DecisionEvent {
        @Override
        public String summary() {
            return "assessed " + dimension.name().toLowerCase(java.util.Locale.ROOT) + " of " + option
                    + Absent.words(onBehalfOf);
        }
    }

    record RunAttached(String run, String digest) implements DecisionEvent {
        @Override
        public String summary() {
            return "attached run " + run;
        }
    }

    record StageSubmitted(Gate gate, int round, String material) implements DecisionEvent {
        @Override
        public String summary() {
            return "submitted for the " + gate.title().toLowerCase(java.util.Locale.ROOT) + " gate";
        }
    }

    record Reviewed(
            Gate gate,
            int round,
            String vote,
            String slot,
            String comment,
            String material,
            List<String> report,
            @Nullable Absent onBehalfOf)
            implements DecisionEvent {
        @Override
        public String summary() {
            String name = gate.title().toLowerCase(java.util.Locale.ROOT) + " gate" + Absent.words(onBehalfOf);
            return switch (vote) {
                case "APPROVE" -> "approved the " + name;
                case "REQUEST_CHANGES" -> "requested changes at the " + name;
                default -> "rejected the decision at the " + name;
            };
        }
    }

    /** A seat of a gate's quorum and who filled it. */
    record Seat(String takes, long reviewer) {}

    record GatePassed(Gate gate, int round, String material, List<Seat> seats) implements DecisionEvent {
        @Override
        public String summary() {
            return "the " + gate.title().toLowerCase(java.util.Locale.ROOT) + " gate passed";
        }
    }

    record RejectionEnded(Gate gate, String outcome, String comment) implements DecisionEvent {
        @Override
        public String summary() {
            String what = "the rejection at the " + gate.title().toLowerCase(java.util.Locale.ROOT) + " gate";
            return outcome.equals("CONFIRMED") ? "confirmed " + what : "withdrew " + what;
        }
    }

    record WaiverGranted(
            Gate gate, String requirement, @Nullable String item, String found, LocalDate expires, String reason)
            implements DecisionEvent {
        @Override
        public String summary() {
            return "waived " + requirement + (item == null ? "" : " for " + item) + " until " + expires;
        }
    }

    record CriteriaSealed(String seal) implements DecisionEvent {
        @Override
        public String summary() {
            return "criteria sealed";
        }
    }

    record RiskAccepted(
            String risk,
            String level,
            int points,
            LocalDate expires,
            String reason,
            @Nullable Absent onBehalfOf) implements DecisionEvent {
        @Override
        public String summary() {
            return "accepted risk " + risk + " until " + expires + Absent.words(onBehalfOf);
        }
    }

    record AcceptanceRevoked(String risk, String reason) implements DecisionEvent {
        @Override
        public String summary() {
            return "took back the acceptance of risk " + risk;
        }
    }

    record Withdrawn(String reason) implements DecisionEvent {
        @Override
        public String summary() {
            return "withdrew the decision";
        }
    }

    record Published(String record) implements DecisionEvent {
        @Override
        public String summary() {
            return "record published";
        }
    }

    record ReviewersReminded(Gate gate, Instant due) implements DecisionEvent {
        @Override
        public String summary() {
            return "reviewers reminded of the " + gate.title().toLowerCase(java.util.Locale.ROOT) + " gate";
        }
    }

    record GateOverdue(Gate gate, Instant due, String reaches) implements DecisionEvent {
        @Override
        public String summary() {
            return "the " + gate.title().toLowerCase(java.util.Locale.ROOT) + " gate is overdue";
        }
    }

    record EscalationRaised(
            long escalation,
            String kind,
            String title,
            String threshold,
            String measured,
            String by,
            String level,
            @Nullable String person,
            Instant due)
            implements DecisionEvent {
        @Override
        public String summary() {
            return "escalated to " + (person == null ? "the " + words(level) : person) + ": " + title;
        }
    }

    record EscalationClimbed(long escalation, String kind, String title, String from, String level, Instant due)
            implements DecisionEvent {
        @Override
        public String summary() {
            return "unanswered by the " + words(from) + ", escalated to the " + words(level) + ": " + title;
        }
    }

    record EscalationAnswered(
            long escalation,
            String kind,
            String title,
            String answer,
            String level,
            String comment,
            @Nullable LocalDate until,
            @Nullable Absent onBehalfOf)
            implements DecisionEvent {
        @Override
        public String summary() {
            return "answered the escalation \u201c" + title + "\u201d: " + words(answer)
                    + (until == null ? "" : " until " + until) + Absent.words(onBehalfOf);
        }
    }

    record EscalationClosed(long escalation, String kind, String title, String why) implements DecisionEvent {
        @Override
        public String summary() {
            return "the escalation \u201c" + title + "\u201d is over: " + why;
        }
    }

    record ComparisonFiled(String criterion, String digest, List<String> named) implements DecisionEvent {
        @Override
        public String summary() {
            return "filed the comparison " + criterion + (named.isEmpty() ? "" : " with a named difference");
        }
    }

    /** Sealed criteria were changed: their digests. */
    record CriteriaDeviated(String before, String after) implements DecisionEvent {
        @Override
        public String summary() {
            return "changed the sealed criteria";
        }
    }

    record DeviationExplained(int deviation, String explanation) implements DecisionEvent {
        @Override
        public String summary() {
            return "explained deviation " + deviation;
        }
    }

    record DeviationAnswered(int deviation, String answer, String comment) implements DecisionEvent {
        @Override
        public String summary() {
            return (answer.equals("APPROVE") ? "approved" : "rejected") + " deviation " + deviation
                    + " from the sealed criteria";
        }
    }

    /** A constant as words. */
    static String words(String constant) {
        return constant.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
