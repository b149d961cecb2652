package org.probatum.gate.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Gate;
import org.probatum.decision.Journal;
import org.probatum.decision.Part;
import org.probatum.decision.Profile;
import org.probatum.decision.Stage;
import org.probatum.decision.Tier;
import org.probatum.decision.Validity;
import org.probatum.decision.material.Criterion;
import org.probatum.decision.material.Material;
import org.probatum.gate.Checklist;
import org.probatum.gate.Review;

/** Everything the pages of a decision show of it, as plain values. */
record Dossier(
        Head head,
        Road road,
        @Nullable Ending ending,
        @Nullable NextStep next,
        Material material,
        @Nullable Criterion criterion,
        List<OptionRow> options,
        List<ComparisonCard> comparisons,
        List<ClaimRow> claims,
        List<RiskRow> risks,
        List<RunRow> runs,
        List<Checklist.Item> checklist,
        @Nullable GateView gate,
        List<Reviewed> reviews,
        List<Journal.Entry> history,
        Criteria criteria,
        String picture,
        Names names) {

    /**
     * How the criteria came to be what they are.
     *
     * @param deviations from the sealed ones, each with what it changed
     * @param late by criterion, how it was changed when results could be known already
     */
    record Criteria(List<DeviationCard> deviations, Map<String, String> late) {
        /** How a criterion was changed after results were attached; empty when it was not. */
        public String late(String criterion) {
            return late.getOrDefault(criterion, "");
        }

        /** A deviation still waits for somebody's word. */
        public boolean unsettled() {
            return deviations.stream().anyMatch(card -> !card.state().settled());
        }
    }

    /** What it is and where it stands; what whoever looks at it may do to it. */
    record Head(
            long id,
            boolean escalated,
            String key,
            int version,
            String title,
            String team,
            Tier tier,
            Profile profile,
            Stage stage,
            Validity validity,
            boolean mayQuestion,
            boolean inReview,
            @Nullable Instant due,
            String author,
            Instant filedAt,
            String policy,
            @Nullable String seal,
            boolean sealKept,
            int events,
            @Nullable String sentBack,
            boolean member,
            boolean withdrawable,
            String tolerance) {
        /** Whoever looks may edit a part, and the stage still allows it. */
        public boolean edits(String part) {
            return member && Part.valueOf(part).openIn(stage);
        }

        public boolean late() {
            return due != null && due.isBefore(Instant.now());
        }
    }

    /** How it ended: the look, the mark, the words and where to go from there. */
    record Ending(
            String look,
            String mark,
            String title,
            String text,
            @Nullable String address,
            String verb) {}

    /** The report of a gate. */
    record GateView(Gate gate, String material, List<ReportLine> lines, long unmet) {}

    /** A review with its author's name, and the name of the absent person it was given for. */
    record Reviewed(
            Review review, String reviewer, @Nullable String onBehalfOf) {
        public String look() {
            return switch (review.vote()) {
                case APPROVE -> "good";
                case REQUEST_CHANGES -> "warn";
                case REJECT -> "bad";
            };
        }

        public String mark() {
            return switch (review.vote()) {
                case APPROVE -> "✓";
                case REQUEST_CHANGES -> "↩";
                case REJECT -> "✕";
            };
        }

        public String words() {
            return switch (review.vote()) {
                case APPROVE -> "approved";
                case REQUEST_CHANGES -> "requested changes";
                case REJECT -> "rejected";
            };
        }
    }
}
