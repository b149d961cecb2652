package org.probatum.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Profile;
import org.probatum.decision.material.Material;
import org.probatum.gate.Checklist;

/** A published record, whole: everything any rendering shows, as it was on the day it was published. */
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
        List<GateEntry> gates,
        List<Checklist.Item> checklist,
        List<AcceptanceEntry> acceptances,
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

    /** A residual risk accepted by its owner, or by whoever stood in for them. */
    public record AcceptanceEntry(
            String risk,
            String level,
            int points,
            String acceptedBy,
            @Nullable String onBehalfOf,
            LocalDate expires,
            String reason) {}
}
