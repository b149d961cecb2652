package org.probatum.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probatum.decision.Decision;
import org.probatum.decision.deviation.Deviation;
import org.probatum.gate.Case;
import org.probatum.gate.CriteriaDifference;

/** Writes into the record how sealed criteria were changed, and on whose word. */
final class RecordedDeviations {
    private RecordedDeviations() {}

    /** Every deviation, oldest first; null when there was none. */
    static @Nullable List<RecordDocument.DeviationEntry> of(Case laid) {
        List<RecordDocument.DeviationEntry> entries = laid.criteria().deviations().stream()
                .map(one -> entry(laid.decision(), one))
                .toList();
        return entries.isEmpty() ? null : entries;
    }

    private static RecordDocument.DeviationEntry entry(Decision decision, Deviation one) {
        return new RecordDocument.DeviationEntry(
                one.number(),
                one.state(decision.barred()).words(),
                one.at(),
                one.by() == null ? "somebody past the service" : one.by(),
                one.runs(),
                CriteriaDifference.of(one).stream()
                        .map(change -> new RecordDocument.Changed(change.path(), change.before(), change.after()))
                        .toList(),
                one.explanations().stream().map(RecordedDeviations::said).toList());
    }

    private static RecordDocument.Said said(Deviation.Explained explained) {
        Deviation.Answered answer = explained.answer();
        return new RecordDocument.Said(
                explained.text(),
                explained.by(),
                explained.at(),
                answer == null ? null : answer.verdict().name(),
                answer == null ? null : answer.by(),
                answer == null ? null : answer.comment());
    }
}
