package org.probatum.evidence.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.material.Criterion;
import org.probatum.evidence.comparison.Comparison;
import org.probatum.evidence.comparison.Comparisons;
import org.probatum.evidence.comparison.Contrast;
import org.probatum.evidence.comparison.Effect;
import org.probatum.evidence.comparison.Figure;
import org.probatum.evidence.comparison.Group;
import org.probatum.evidence.comparison.Mismatch;
import org.probatum.evidence.comparison.Sample;
import org.probatum.evidence.comparison.Superiority;
import org.probatum.evidence.comparison.Welch;

/** A comparison as its page shows it, in words and numbers. */
record ComparisonView(
        String key,
        String title,
        Criterion criterion,
        String better,
        List<Mismatch> unnamed,
        List<Mismatch> flagged,
        List<GroupRow> groups,
        List<GainRow> gains,
        String measured,
        String gained) {

    private static final String NONE = "–";

    /** What an option's runs measured. */
    record GroupRow(
            int series,
            String option,
            String name,
            boolean statusQuo,
            boolean selected,
            int runs,
            String mean,
            String deviation,
            String interval,
            List<Value> values) {}

    /** A run's value. */
    record Value(String reference, String value) {}

    /** An option against the status quo, and what that shows. Numbers are a dash where a run is missing. */
    record GainRow(
            String name,
            VerdictTag tag,
            String words,
            String remedy,
            String gain,
            String interval,
            String t,
            String freedom,
            String p,
            String adjusted,
            String none,
            String effect) {}

    static ComparisonView of(Decision decision, Comparisons.Judged judged) {
        Comparison comparison = judged.comparison();
        return new ComparisonView(
                decision.key(),
                decision.profile().title(),
                comparison.criterion(),
                comparison.isLower() ? "lower is better" : "higher is better",
                comparison.unnamed(),
                comparison.flagged(),
                IntStream.range(0, comparison.groups().size())
                        .mapToObj(i -> row(
                                i,
                                comparison.groups().get(i),
                                decision.material().choice().selected()))
                        .toList(),
                judged.verdicts().entrySet().stream()
                        .map(entry -> gain(comparison, entry))
                        .toList(),
                IntervalPlot.measured(comparison),
                IntervalPlot.gained(comparison));
    }

    private static GroupRow row(int series, Group group, @Nullable String selected) {
        Sample sample = group.sample();
        Optional<Sample> spread = Optional.ofNullable(sample).filter(Sample::hasSpread);
        return new GroupRow(
                series,
                group.option(),
                group.name(),
                group.statusQuo(),
                group.option().equals(selected),
                group.points().size(),
                sample == null ? NONE : Figure.of(sample.mean()),
                spread.map(one -> Figure.of(one.deviation())).orElse(NONE),
                spread.map(one -> Figure.of(one.interval(Superiority.LEVEL))).orElse(NONE),
                group.points().stream()
                        .map(point -> new Value(point.reference(), Figure.of(point.value())))
                        .toList());
    }

    private static GainRow gain(Comparison comparison, Map.Entry<String, Superiority> found) {
        Superiority verdict = found.getValue();
        Optional<Contrast> contrast = comparison.contrast(found.getKey());
        Optional<Welch> gain = contrast.flatMap(one -> Optional.ofNullable(one.gain()));
        String words = verdict.words();
        return new GainRow(
                comparison.group(found.getKey()).map(Group::name).orElse(found.getKey()),
                VerdictTag.of(verdict),
                words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1) + ".",
                verdict.remedy(),
                contrast.map(one -> Figure.signed(one.improvement())).orElse(NONE),
                gain.map(one -> Figure.of(one.interval(Superiority.LEVEL))).orElse(NONE),
                gain.map(one -> Figure.of(one.statistic(comparison.margin()))).orElse(NONE),
                gain.map(one -> Figure.of(one.freedom())).orElse(NONE),
                gain.map(one -> Figure.probability(one.notAbove(comparison.margin())))
                        .orElse(NONE),
                adjusted(verdict),
                gain.map(one -> Figure.probability(one.none())).orElse(NONE),
                contrast.flatMap(one -> Optional.ofNullable(one.effect()))
                        .map(Effect::words)
                        .orElse(NONE));
    }

    private static String adjusted(Superiority verdict) {
        if (verdict instanceof Superiority.Superior superior) {
            return Figure.probability(superior.p());
        }
        return verdict instanceof Superiority.NotShown shown ? Figure.probability(shown.p()) : NONE;
    }
}
