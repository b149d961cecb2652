package org.probatum.gate.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.evidence.comparison.Comparison;
import org.probatum.evidence.comparison.Comparisons;
import org.probatum.evidence.comparison.FiledComparison;
import org.probatum.evidence.comparison.Mismatch;
import org.probatum.evidence.web.IntervalStrip;
import org.probatum.evidence.web.VerdictTag;
import org.probatum.gate.Case;

/**
 * A comparison as a decision's page sums it up: what each option gains on the status quo, as a picture and in words.
 *
 * @param filedAt when it was put on record; null while it is not
 * @param current what is on record is about the runs as they are
 */
record ComparisonCard(
        String criterion,
        List<Row> rows,
        List<Mismatch> flagged,
        @Nullable Instant filedAt,
        boolean current) {
    /** One option; the strip is empty where nothing is measured. */
    record Row(String name, boolean selected, int runs, String strip, VerdictTag tag, String words) {}

    static List<ComparisonCard> of(Case laid) {
        return laid.runs().isEmpty()
                ? List.of()
                : laid.comparisons().all().stream()
                        .map(judged -> of(judged, laid.material().choice().selected()))
                        .toList();
    }

    private static ComparisonCard of(Comparisons.Judged judged, @Nullable String selected) {
        Comparison comparison = judged.comparison();
        IntervalStrip strip = IntervalStrip.of(judged.criterion(), comparison);
        FiledComparison filed = judged.filed();
        return new ComparisonCard(
                judged.criterion(),
                comparison.groups().stream()
                        .filter(group -> judged.verdict(group.option()).isPresent())
                        .map(group -> new Row(
                                group.name(),
                                group.option().equals(selected),
                                group.points().size(),
                                strip.svg(group.option()),
                                VerdictTag.of(judged.verdict(group.option()).orElseThrow()),
                                judged.verdict(group.option()).orElseThrow().words()))
                        .toList(),
                comparison.flagged(),
                filed == null ? null : filed.filedAt(),
                judged.current());
    }
}
