package org.probatum.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.probatum.decision.Decision;
import org.probatum.decision.material.Category;
import org.probatum.decision.material.PlannedField;
import org.probatum.evidence.tracking.RunField;
import org.probatum.evidence.tracking.RunFields;

/**
 * The logging plan of a decision: field by field, whether a run must record it, who captures it, when and where. It starts
 * as its category's, and is never less than that.
 *
 * @param own the team wrote it down; else it is the category's as it comes
 */
public record TrackingPlan(Category category, boolean own, List<Entry> entries) {
    private static final String STORED_IN = "run manifest";

    /** One field of the run manifest. */
    public record Entry(String field, boolean required, String capturedBy, String when, String storedIn, String why) {
        /** As a team's own plan holds it. */
        public PlannedField planned() {
            return new PlannedField(field, required, capturedBy, when, storedIn, why);
        }
    }

    /** The plan for a category: what every run records, what this category asks on top, and what else is worth recording. */
    public static TrackingPlan of(Category category) {
        return new TrackingPlan(
                category,
                false,
                RunFields.all().stream()
                        .filter(field -> field.of() == null
                                || field.of().isEmpty()
                                || field.of().contains(category))
                        .map(field -> entry(field, field.isRequiredOf(category)))
                        .toList());
    }

    /** The plan of a decision: its team's own where there is one, and in any case what its category requires. */
    public static TrackingPlan of(Decision decision) {
        Category category = decision.profile().category();
        List<PlannedField> written = decision.material().trackingPlan();
        if (written == null) {
            return of(category);
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        written.forEach(field -> entries.put(field.field(), entry(field)));
        RunFields.requiredOf(category)
                .forEach(field -> entries.merge(
                        field.name(), entry(field, true), (own, theirs) -> own.required() ? own : theirs));
        return new TrackingPlan(category, true, new ArrayList<>(entries.values()));
    }

    /** What every run must record. */
    public List<Entry> required() {
        return entries.stream().filter(Entry::required).toList();
    }

    private static Entry entry(RunField field, boolean required) {
        return new Entry(field.name(), required, field.by(), field.when(), STORED_IN, field.why());
    }

    private static Entry entry(PlannedField planned) {
        return new Entry(
                planned.field(),
                !Boolean.FALSE.equals(planned.required()),
                Objects.requireNonNullElse(planned.capturedBy(), ""),
                Objects.requireNonNullElse(planned.when(), ""),
                Objects.requireNonNullElse(planned.storedIn(), ""),
                Objects.requireNonNullElse(planned.why(), ""));
    }
}
