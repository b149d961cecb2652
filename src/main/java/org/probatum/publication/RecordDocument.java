package org.probatum.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Profile;
import org.probatum.decision.material.Material;
import org.probatum.evidence.comparison.Filing;
import org.probatum.evidence.comparison.Named;
import org.probatum.gate.Checklist;
import org.probatum.rerun.verdict.Judgement;

/**
 * A published record, whole: everything any rendering shows, as it was on the day it was published.
 *
 * @param comparisons those on record; null where none is, as in records older than comparisons
 * @param reproductions every verdict on its runs, oldest first; null where none was run again
 */
public record RecordDocument(
        String apiVersion,
        String kind,
        String key,
        String team,
        String author,
        Profile profile,
        String tier,
        Instant filedAt,
        Instant publishedAt,
        Material material,
        @Nullable String criteriaSeal,
        List<RunEntry> runs,
        @Nullable List<ComparisonEntry> comparisons,
        List<GateEntry> gates,
        List<Checklist.Item> checklist,
        List<AcceptanceEntry> acceptances,
        @Nullable List<DeviationEntry> deviations,
        @Nullable List<ReproductionEntry> reproductions,
        String policy) {

    /** A run, by its name, what it is cited by when that is not its name, and the digest of its manifest. */
    public record RunEntry(String name, @Nullable String reference, String digest, List<MeasuredMetric> metrics) {
        /** What options cite it by. */
        public String citedAs() {
            return reference == null ? "inline:" + name : reference;
        }
    }

    /** A metric a run measured. */
    public record MeasuredMetric(
            String name,
            String value,
            @Nullable String dataset,
            @Nullable String split) {}

    /** A comparison on record, by criterion and digest: which differences between the runs its author named, and what each option gained. */
    public record ComparisonEntry(
            String criterion, Instant filedAt, String digest, List<Named> differences, List<Filing.Gained> gained) {}

    /** A gate passed: by whom, for which absent person, in which slot, on which material, with what report. */
    public record GateEntry(
            String gate,
            String reviewer,
            @Nullable String onBehalfOf,
            String slot,
            String comment,
            String material,
            Instant at,
            List<Line> report) {}

    /** A line of a gate's report. */
    public record Line(String id, String state, String because) {}

    /**
     * A verdict on a run that was run again, with all that it rests on. Those that a later one replaced stay among them.
     *
     * @param manifest the digest of what was run again
     * @param rerun the service itself ran it; false for a verdict that was brought to it
     */
    public record ReproductionEntry(
            String run, String manifest, Instant judgedAt, boolean rerun, Judgement judgement) {}

    /** A residual risk accepted by its owner, or by whoever stood in for them. */
    public record AcceptanceEntry(
            String risk,
            String level,
            int points,
            String acceptedBy,
            @Nullable String onBehalfOf,
            LocalDate expires,
            String reason) {}

    /** A change of the criteria after they were sealed, undone ones too: what changed, why, and who let it stand. */
    public record DeviationEntry(
            int number,
            String state,
            Instant at,
            String by,
            int runs,
            List<Changed> changes,
            List<Said> explanations) {}

    /** A place of the criteria that reads otherwise. */
    public record Changed(
            String place, @Nullable String before, @Nullable String after) {}

    /** An explanation, and the word on it. */
    public record Said(
            String explanation,
            String by,
            Instant at,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable String comment) {}
}
