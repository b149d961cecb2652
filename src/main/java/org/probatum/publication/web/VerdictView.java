package org.probatum.publication.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probatum.rerun.verdict.Measure;
import org.probatum.rerun.verdict.Tost;
import org.probatum.rerun.web.JudgementView;

/**
 * A verdict as it is set on paper, where nothing can be folded away: what the runs of a group share, their plot, their table
 * and their test, is laid out once, under the first of them.
 */
public record VerdictView(RecordView.Reproduced one, List<Sheet> measures) {
    /**
     * A measure of the verdict.
     *
     * @param under the run under which its group is laid out; empty where that is here
     */
    public record Sheet(JudgementView.MeasureView shown, String under) {}

    private record Group(
            String criterion,
            String metric,
            List<Measure.Pair> pairs,
            @Nullable Tost test) {}

    /** Those that stand first, then those that a later one replaced. */
    static List<VerdictView> of(RecordView view) {
        Map<Group, String> laid = new HashMap<>();
        return Stream.concat(
                        view.reproduced().stream().filter(RecordView.Reproduced::stands),
                        view.reproduced().stream().filter(one -> !one.stands()))
                .map(one -> of(one, laid))
                .toList();
    }

    private static VerdictView of(RecordView.Reproduced one, Map<Group, String> laid) {
        List<Measure> measures = one.entry().judgement().measures();
        List<Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            Measure measure = measures.get(i);
            String under = measure.pairs().isEmpty()
                    ? null
                    : laid.putIfAbsent(
                            new Group(measure.criterion(), measure.metric(), measure.pairs(), measure.test()),
                            one.entry().run());
            sheets.add(new Sheet(one.judged().measures().get(i), under == null ? "" : under));
        }
        return new VerdictView(one, List.copyOf(sheets));
    }
}
