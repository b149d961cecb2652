package org.probatum.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.manifest.Manifest;
import org.probatum.evidence.tracking.Capture;
import org.probatum.evidence.tracking.FreeField;
import org.probatum.evidence.tracking.RunField;
import org.probatum.evidence.tracking.RunFields;
import org.probatum.evidence.tracking.Sight;
import org.probatum.shared.Json;

/**
 * What a manifest lacks: the fields that keep its run from being re-run, those the decision's plan requires besides, and
 * those that only somebody's word stands for.
 */
public record Completeness(List<Gap> gaps, List<Gap> missing, List<Declared> declared) {
    /** A missing field: its place, what to record there, and the lines that capture it. */
    public record Gap(String pointer, String record, String field, String why, Capture capture) {}

    /** A field that is there and that no tool saw: how it came to be known, and why that is weaker. */
    public record Declared(String pointer, String field, Sight sight, String weaker, Capture capture) {}

    /** Nothing keeps the run from being re-run from its manifest. */
    public boolean isComplete() {
        return gaps.isEmpty();
    }

    /** Nothing that is required is missing. */
    public boolean meetsPlan() {
        return gaps.isEmpty() && missing.isEmpty();
    }

    /** Missing fields in a line: by their places, those that a team named itself by their names. */
    public static String words(List<Gap> missing) {
        return missing.stream()
                .map(gap -> RunFields.named(gap.field()).isPresent() ? gap.pointer() : gap.field())
                .collect(Collectors.joining(", "));
    }

    /** Reads the manifest as an executor would have to. */
    public static Completeness of(Manifest manifest) {
        return of(manifest, null);
    }

    /** Reads the manifest as an executor would have to, and as the decision's plan asks. */
    public static Completeness of(Manifest manifest, @Nullable TrackingPlan plan) {
        JsonNode tree = Json.MAPPER.valueToTree(manifest);
        List<Gap> gaps = new ArrayList<>();
        RunFields.blocking().forEach(field -> gaps.addAll(gaps(field, field.why(), tree)));
        List<Gap> missing = new ArrayList<>();
        List<Declared> declared = new ArrayList<>();
        if (plan != null) {
            plan.required().forEach(entry -> {
                missing.addAll(gaps(entry, tree));
                declared.addAll(declared(entry, manifest, tree));
            });
        }
        return new Completeness(List.copyOf(gaps), List.copyOf(missing), List.copyOf(declared));
    }

    private static List<Gap> gaps(TrackingPlan.Entry entry, JsonNode tree) {
        RunField known = RunFields.named(entry.field()).orElse(null);
        if (known != null) {
            return known.blocks() ? List.of() : gaps(known, entry.why(), tree);
        }
        return FreeField.named(entry.field())
                .filter(free -> !free.isIn(tree))
                .map(free ->
                        List.of(new Gap(free.pointer(), free.record(), entry.field(), entry.why(), free.capture())))
                .orElse(List.of());
    }

    private static List<Gap> gaps(RunField field, String why, JsonNode tree) {
        boolean otherwise = field.instead() != null
                && RunFields.named(field.instead())
                        .filter(other -> !other.present(tree).isEmpty())
                        .isPresent();
        if (otherwise || !field.applies(tree)) {
            return List.of();
        }
        return field.missing(tree).stream()
                .map(pointer -> new Gap(pointer, field.record(), field.name(), why, field.capture()))
                .toList();
    }

    private static List<Declared> declared(TrackingPlan.Entry entry, Manifest manifest, JsonNode tree) {
        RunField field = RunFields.named(entry.field()).orElse(null);
        if (field == null) {
            return List.of();
        }
        return field.present(tree).stream()
                .map(pointer -> new Declared(
                        pointer,
                        field.name(),
                        Sight.of(manifest.provenance(), pointer),
                        RunFields.weaker(field.name()),
                        field.capture()))
                .filter(found -> found.sight() != Sight.OBSERVED)
                .toList();
    }
}
