package org.probatum.evidence.tracker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a tracker says otherwise than it did, field by field, in words. */
public final class FactsDifference {
    private static final int TOLD = 5;
    private static final int LONGEST = 80;

    private final List<String> found = new ArrayList<>();

    private FactsDifference() {}

    /** Each field with what it was and what it is; empty when nothing differs. Artifacts count when both could be listed. */
    public static List<String> between(TrackerFacts before, TrackerFacts after) {
        FactsDifference difference = new FactsDifference();
        difference.field("lifecycle", before.lifecycle(), after.lifecycle());
        difference.field("status", before.status(), after.status());
        difference.field("name", before.name(), after.name());
        difference.field("user", before.user(), after.user());
        difference.field("start", moment(before.started()), moment(after.started()));
        difference.field("end", moment(before.ended()), moment(after.ended()));
        difference.fields("parameter ", before.params(), after.params(), Function.identity());
        difference.fields(
                "metric ", before.metrics(), after.metrics(), last -> last.value() + " at step " + last.step());
        difference.fields("tag ", before.tags(), after.tags(), Function.identity());
        difference.field("datasets", datasets(before), datasets(after));
        difference.field("models", String.join(", ", before.outputs()), String.join(", ", after.outputs()));
        SortedMap<String, Long> listed = before.artifacts();
        SortedMap<String, Long> listedNow = after.artifacts();
        if (listed != null && listedNow != null) {
            difference.fields("artifact ", listed, listedNow, bytes -> bytes + " bytes");
        }
        return List.copyOf(difference.found);
    }

    /** The first of them in a sentence, and how many there are besides. */
    public static String sentence(List<String> differences) {
        String told = String.join("; ", differences.subList(0, Math.min(TOLD, differences.size())));
        int more = differences.size() - TOLD;
        return more > 0 ? told + "; and " + more + " more" : told;
    }

    private <T> void fields(
            String what, SortedMap<String, T> before, SortedMap<String, T> after, Function<T, String> words) {
        SortedSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            T was = before.get(name);
            T is = after.get(name);
            field(what + name, was == null ? null : words.apply(was), is == null ? null : words.apply(is));
        }
    }

    private void field(String name, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            found.add(name + ": " + brief(before) + " → " + brief(after));
        }
    }

    private static String brief(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "nothing";
        }
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }

    private static @Nullable String moment(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis).toString();
    }

    private static String datasets(TrackerFacts facts) {
        return String.join(
                ", ",
                facts.datasets().stream()
                        .map(use ->
                                use.name() + " " + use.digest() + (use.context() == null ? "" : " as " + use.context())
                                        + (use.source() == null ? "" : " from " + use.source()))
                        .toList());
    }
}
